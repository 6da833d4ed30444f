// The ISI as it stood when the day began: what files that are made daily show, however late on the day they
// are made (docs/decisions/files-are-made-at-the-first-request-from-the-days-beginning.md).
//
// What is changed during the day leaves its state of the day's beginning behind, once; the next day's
// processing throws all of it away.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/domain/wet.hpp"

namespace cvsgw::store {

/// Call before a person's dossier or sight changes. Costs one look-up when he has changed today already.
void bewaarDagbegin(Session& writer, Wet wet, const Bsn& bsn);
/// Call before a signal changes or goes, and after one is placed (`nieuw`). Only the law whose list of
/// signals is a daily file keeps anything; it knows no status, so a change of status keeps nothing either.
void bewaarDagbeginSignaal(Session& writer, Wet wet, std::string_view signaalId, bool nieuw = false);

/// Around the processing of a date: what it changes belongs to the day's beginning.
void sluitDagbegin(Session& writer);
void openDagbegin(Session& writer);

}  // namespace cvsgw::store
