// The person's screen on paper: the portal's Download PDF (Wi2007 § 3.4).
#pragma once

#include <string>

#include "gateway/isi/document.hpp"
#include "gateway/isi/wi2007/beeld.hpp"

namespace cvsgw::isi::wi2007 {

/// What the screen says, in its blocks and with its labels, and nothing that it does not say: a line that the
/// display rules leave out is not there, a value that is not known leaves its line empty.
Document documentVan(const Persoon& persoon, const Gemeentecode& gemeente, Date vandaag);
/// A name for the file that says nothing of the person: `persoon-wi2007_0014_2026-11-22.pdf`.
std::string bestandsnaamVan(const Gemeentecode& gemeente, Date vandaag);

}  // namespace cvsgw::isi::wi2007
