// A person at the moment of a change, for tests only: a resident of Groningen with a running PVT term.
#pragma once

#include <string>
#include <vector>

#include "gateway/isi/wi2013/mutatie.hpp"
#include "gateway/isi/wi2013/testing/testdossier.hpp"

namespace cvsgw::laws::wi2013 {

using Codes = std::vector<std::string>;

inline Codes codesOf(const std::vector<Melding>& meldingen) {
  Codes out;
  for (const auto& melding : meldingen) out.push_back(melding.code);
  return out;
}

struct Proef {
  isi::Namens namens{kGroningen, Rollen().add(Rol::Wi2013MUT), kToday};
  isi::Verwerking verwerking;
  isi::wi2013::Dossier dossier = isi::wi2013::testDossier();
  isi::wi2013::Verblijf verblijf = isi::wi2013::Verblijf::woonachtig;
  bool rekeningnummerBekend = true;

  isi::wi2013::Stand stand() const { return {namens, verwerking, dossier, verblijf, rekeningnummerBekend}; }
};

}  // namespace cvsgw::laws::wi2013
