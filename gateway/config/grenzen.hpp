// Settings of what one caller may use of the gateway; the meaning of each stands in its row (settings.cpp).
#pragma once

namespace cvsgw::config {

struct Grenzen {
  int perSleutelPerSeconde = 500;
  int perSleutelIneens = 5000;
  int geweigerdPerBronPerSeconde = 20;
  int geweigerdPerBronIneens = 1000;
  int wachtwoordPogingen = 5;
  int wachtwoordenPerBronPerMinuut = 60;
  int buitenZichtPerUur = 500;
  int buitenZichtPerDag = 2000;
  int buitenZichtAandeel = 20;
  int groepsfactor = 5;
};

}  // namespace cvsgw::config
