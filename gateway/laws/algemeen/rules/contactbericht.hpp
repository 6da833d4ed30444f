// A message to the Servicecentrum Inburgering (Wi2007 § 3.11, Wi2013 § 3.14, Wi2021 § 2.3.1). Pure.
#pragma once

#include <optional>
#include <string>

#include "gateway/isi/loket/port.hpp"

namespace cvsgw::laws::algemeen {

/// As it was sent.
struct ContactberichtInvoer {
  std::string onderwerp;
  isi::loket::Berichtinhoud inhoud;
  bool magBellen = false;
  bool metPersoon = false;  ///< the person's data are to be filled in
};

/// Blanks of the sender's data removed; the text keeps its lines.
isi::loket::Berichtinhoud opgeschoond(const isi::loket::Berichtinhoud& inhoud);
isi::loket::Berichtbesluit verstuur(const isi::loket::Berichtstand& stand,
                                    const ContactberichtInvoer& invoer);

}  // namespace cvsgw::laws::algemeen
