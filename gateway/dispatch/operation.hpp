// What an operation is to the gateway: a row. The pipeline finds the row by the qualified name of the Body's
// child.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gateway/domain/clock.hpp"
#include "gateway/domain/fault.hpp"
#include "gateway/domain/fields.hpp"
#include "gateway/domain/wet.hpp"
#include "gateway/isi/document.hpp"
#include "gateway/isi/namens.hpp"
#include "gateway/isi/ports.hpp"
#include "gateway/security/keys/caller.hpp"

namespace cvsgw::isi {
class Bestanden;
struct Verantwoording;
}  // namespace cvsgw::isi

namespace cvsgw::dispatch {

/// What an operation may use. `namens` is filled for operations on behalf of a municipality, after its role
/// was checked.
struct CallContext {
  const security::Caller& caller;
  isi::Backend& isi;
  isi::Documentmaker& documenten;
  const Clock& clock;
  Date vandaag;
  isi::Namens namens;
  std::optional<std::string> messageId;           ///< the wsa:MessageID, if there was one
  std::string_view body;                          ///< the canonical Body child, while the operation runs
  isi::Bestanden* bestanden = nullptr;            ///< files; absent where none are served
  isi::Verantwoording* verantwoording = nullptr;  ///< what the audit trail is to hear; absent: nobody listens
};

/// One row of a law's table.
struct Operation {
  std::string_view name;     ///< wrapper element of the request
  std::optional<Rol> needs;  ///< role for the municipality of the call; absent: any role will do
  /// Binds the validated, canonical Body child, checks the municipality, runs, and writes the answer's Body
  /// child.
  Outcome<std::string> (*run)(const Operation& self, std::string_view body, CallContext& context);
};

/// One service of the contract.
struct Service {
  std::string_view name;  ///< InburgeringWi2021
  std::string_view path;  ///< /ws/wi2021/v1
  Namespace ns;
  std::span<const Operation> operations;
};

}  // namespace cvsgw::dispatch
