// On whose behalf the ISI is asked: what every call of a port carries.
#pragma once

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/date.hpp"
#include "gateway/domain/wet.hpp"

namespace cvsgw::isi {

/// The municipality that asks, what it may do there, and the day that counts as today. Who may see whom is
/// decided behind the port from this alone.
struct Namens {
  Gemeentecode gemeente;
  Rollen rollen;
  Date vandaag;
};

}  // namespace cvsgw::isi
