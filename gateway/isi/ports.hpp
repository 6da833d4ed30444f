// The ISI domain as the gateway sees it: one port per law and three that they share. Behind it stands the
// embedded ISI (adapters/store) or a remote back end; no SQL and no type of a back end crosses these
// interfaces.
#pragma once

#include <memory>

#include "gateway/domain/date.hpp"
#include "gateway/domain/fault.hpp"

namespace cvsgw::isi {

class Algemeen;
class Signalen;
namespace loket {
class Port;
}
namespace wi2007 {
class Port;
}
namespace wi2013 {
class Port;
}
namespace wi2021 {
class Port;
}

/// See Backend::momentopname(). Stays with its thread.
class Momentopname {
 public:
  virtual ~Momentopname() = default;
};

/// Threading: any thread, for the life of the back end.
class Backend {
 public:
  virtual ~Backend() = default;
  /// Makes the back end live in `vandaag`: the embedded ISI processes the days that have passed. Called
  /// before every call; a comparison on all but the first of a day.
  virtual Outcome<void> enterDay(Date vandaag) = 0;
  /// Until it goes, what this thread reads is of one moment; null when the back end knows no such thing. Not
  /// for what changes something.
  virtual std::unique_ptr<Momentopname> momentopname() { return nullptr; }
  virtual Algemeen& algemeen() = 0;
  virtual Signalen& signalen() = 0;
  virtual loket::Port& loket() = 0;
  virtual wi2007::Port& wi2007() = 0;
  virtual wi2013::Port& wi2013() = 0;
  virtual wi2021::Port& wi2021() = 0;
};

}  // namespace cvsgw::isi
