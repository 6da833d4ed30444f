// Binds a validated request to gSOAP's structs and runs an operation's function. Only gateway/laws includes
// generated headers.
//
// In a law's law.cpp (the one file that includes the generated cvsH.h):
//
//   CVSGW_REQUEST(_w21__ZoekPersonen)           // names the reader of a request type
//   constexpr dispatch::Operation kOperations[] = {
//       {"ZoekPersonen", Rol::Wi2021, laws::run<_w21__ZoekPersonen, zoekPersonen>}, …};
//   const dispatch::Service& service();         // declared in law.hpp, read by assembly.cpp
//
// where operations/zoek_personen.cpp (including cvsStub.h at most, which compiles three times as fast)
// defines
//
//   Outcome<ZoekPersonenAntwoord> zoekPersonen(const _w21__ZoekPersonen& vraag, const dispatch::CallContext&
//   call);
//
// The answer record's kType is the wrapper element of the answer: "ZoekPersonenResponse".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "gateway/dispatch/operation.hpp"
#include "gateway/isi/verantwoording.hpp"
#include "gateway/reply/xml_writer.hpp"
#include "gateway/security/keys/authorisation.hpp"

struct soap;

namespace cvsgw::laws {

/// A gSOAP context from the pool, set to strict reading of exactly `body`. Everything that was read is freed
/// when it goes. Threading: one thread.
class BindingContext {
 public:
  explicit BindingContext(std::string_view body);
  BindingContext(const BindingContext&) = delete;
  BindingContext& operator=(const BindingContext&) = delete;
  ~BindingContext();
  struct soap* get() const {
    return soap_;
  }

 private:
  struct soap* soap_;
};

/// The reader of a request type; CVSGW_REQUEST gives it.
template <class Request>
struct RequestReader;

// The generated reader's name is made from the type's, which only a macro can do. Not soap_read_: at the end
// that looks for references in two tables of two thousand entries, and with SOAP_XML_TREE there are none.
#define CVSGW_REQUEST(Type)                                                   \
  template <>                                                                 \
  struct cvsgw::laws::RequestReader<Type> {                                   \
    static bool read(struct soap* context, Type& request) {                   \
      return soap_begin_recv(context) == SOAP_OK &&                           \
             soap_get_##Type(context, &request, nullptr, nullptr) != nullptr; \
    }                                                                         \
  };

template <class Request, auto Handler>
Outcome<std::string> run(const dispatch::Operation& self, std::string_view body,
                         dispatch::CallContext& context) {
  BindingContext binding(body);
  Request request;
  request.soap_default(binding.get());
  if (!RequestReader<Request>::read(binding.get(), request)) {
    // The schema found it valid: that the binding does not is our defect, not the caller's.
    return refuse(FaultKind::internal, {},
                  "a validated request could not be bound: " + std::string(self.name));
  }
  if constexpr (requires { request.gemeentecode; }) {
    const auto gemeente = Gemeentecode::parse(request.gemeentecode);
    if (!gemeente) return refuse(FaultKind::internal, {}, "gemeentecode passed the schema and is no code");
    auto rollen = self.needs ? security::rolesFor(context.caller, *gemeente, *self.needs)
                             : security::rolesFor(context.caller, *gemeente);
    if (!rollen) return tl::unexpected(std::move(rollen).error());
    context.namens = {*gemeente, *rollen, context.vandaag};
  }
  context.body = body;
  auto* owed = context.verantwoording;
  if constexpr (requires { *request.gebruikerkenmerk; }) {
    if (owed && request.gebruikerkenmerk) owed->gebruikerkenmerk = *request.gebruikerkenmerk;
  }
  auto answer = Handler(request, static_cast<const dispatch::CallContext&>(context));
  if (!answer) return tl::unexpected(std::move(answer).error());
  using Answer = std::remove_cvref_t<decltype(*answer)>;
  if constexpr (requires { std::string(answer->resultaat); }) {
    if (owed) owed->resultaat = answer->resultaat;
  }
  return reply::writeBody(Answer::kType, *answer, owed ? &owed->betrokkenen : nullptr);
}

// Optional elements are pointers in the generated structs.

template <class T>
std::optional<T> optionalOf(const T* value) {
  if (!value) return std::nullopt;
  return *value;
}

/// A date that the schema has checked; its zone is ignored.
inline std::optional<Date> dateOf(const std::string* value) {
  if (!value) return std::nullopt;
  return Date::parse(*value);
}

}  // namespace cvsgw::laws
