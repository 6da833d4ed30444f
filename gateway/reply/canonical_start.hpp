// An answer's Body as canonical XML has it.
#pragma once

#include <string>

namespace cvsgw::reply {

/// writeBody() declares the law's prefix and then the shared one; canonical XML has them in the order of the
/// alphabet. Everything else that the writers write is canonical as it stands, but for prefixes declared
/// above their use. `body` begins with a start tag of at most two declarations. Threading: pure function.
std::string withSortedDeclarations(std::string body);

}  // namespace cvsgw::reply
