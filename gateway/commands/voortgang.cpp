#include "gateway/commands/voortgang.hpp"

namespace cvsgw {

void Voortgang::meld(std::int64_t gedaan, std::int64_t alle) {
  if (!terminal_) {
    const auto tiende = alle > 0 ? gedaan * 10 / alle : 10;
    if (tiende <= tiende_) return;
    tiende_ = tiende;
  }
  std::fprintf(out_, "%s%lld van %lld %s%s", terminal_ ? "\r" : "", static_cast<long long>(gedaan),
               static_cast<long long>(alle), wat_.c_str(), terminal_ ? "" : "\n");
  std::fflush(out_);
  open_ = terminal_;
}

Voortgang::~Voortgang() {
  if (open_) std::fputc('\n', out_);
}

}  // namespace cvsgw
