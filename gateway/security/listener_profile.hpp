// What the listener that a request came in through demands of it.
#pragma once

#include <string>

#include "gateway/domain/profiel.hpp"
#include "gateway/security/addressing.hpp"

namespace cvsgw::security {

/// A value, fixed from the start of the gateway. Threading: immutable.
struct ListenerProfile {
  Profiel profiel = Profiel::open;
  std::string ownOin;  ///< empty: an `?OIN=` in wsa:To is not looked at
  std::string ownUri;  ///< the public address: ends the MessageIDs of Digikoppeling answers

  bool digikoppeling() const { return profiel != Profiel::open; }
  /// The client certificate's OIN tells the key; there is no UsernameToken.
  bool byCertificate() const { return digikoppeling(); }
  /// Requests have to be signed, answers are signed.
  bool signedMessages() const { return profiel == Profiel::beS || profiel == Profiel::beSE; }
  /// The Body is encrypted in both directions, besides.
  bool encryptedMessages() const { return profiel == Profiel::beSE; }
  /// Which header blocks and which WS-Addressing.
  Profile headers() const { return digikoppeling() ? Profile::be : Profile::open; }
  bool wsSecurity() const { return !digikoppeling() || signedMessages(); }
  /// For answerHeaders().
  std::string_view answerUri() const {
    return digikoppeling() ? std::string_view(ownUri) : std::string_view();
  }
  AddressingRules addressing() const { return {headers(), ownOin}; }
};

}  // namespace cvsgw::security
