// The mails to contact persons (§ 3.3): who gets which, when, and what they say. Pure.
//
// What goes in has no BSN and no name, so that none can come out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gateway/isi/post.hpp"

namespace cvsgw::isi::wi2021 {

struct Weeksignaal {
  std::string signaalId;
  std::string code;
  Date datum;
};

/// Whom a mail goes to.
struct Ontvanger {
  Gemeentecode gemeente;
  std::string contactpersoonId;
  std::string email;
};

/// The new signals of one contact person, oldest first.
struct Weekpost {
  std::vector<Weeksignaal> gekoppeld;  ///< of the persons who are linked to him
  std::vector<Weeksignaal> zonder;  ///< of the persons without a contact person, when he is the general one
};

struct Koppeltelling {
  std::int64_t gekoppeld = 0;   ///< links of that day
  std::int64_t ontkoppeld = 0;  ///< links withdrawn on that day
  std::int64_t caseload = 0;    ///< persons linked to him now
};

/// Whether the day processing of `dag` makes the weekly mails: on a Monday, and when it makes up for missed
/// days up to and including `tot`, only on the last Monday of these.
bool maaktWeekmail(Date dag, Date tot);

/// 07:00 of this day in Europe/Amsterdam: no mail to a contact person goes before.
Moment mailtijd(Date dag);

/// Absent when there is nothing new.
std::optional<Mail> weekmail(const Ontvanger& aan, const Weekpost& post, Date maandag);

/// The mail on the links of `dag`, made on a later day, `vandaag`. Absent when none was made or withdrawn.
std::optional<Mail> koppelmail(const Ontvanger& aan, const Koppeltelling& telling, Date dag, Date vandaag);

}  // namespace cvsgw::isi::wi2021
