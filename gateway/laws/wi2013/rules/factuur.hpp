// The invoice for the PV-traject: sending, changing and deleting it (Wi2013 § 3.6). Pure decisions.
#pragma once

#include "gateway/isi/wi2013/mutatie.hpp"

namespace cvsgw::laws::wi2013 {

/// Of `invoer` the number, the date and the debtor's number count; the amount is DUO's.
isi::wi2013::Besluit voegFactuurToe(const isi::wi2013::Stand& stand, const isi::wi2013::Factuur& invoer);
isi::wi2013::Besluit wijzigFactuur(const isi::wi2013::Stand& stand, const isi::wi2013::Factuur& invoer);
/// The outcome has no invoice: the one before it, if any, is history.
isi::wi2013::Besluit verwijderFactuur(const isi::wi2013::Stand& stand);

}  // namespace cvsgw::laws::wi2013
