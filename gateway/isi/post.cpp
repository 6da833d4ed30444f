#include "gateway/isi/post.hpp"

#include <algorithm>
#include <array>

namespace cvsgw::isi {

std::optional<Moment> volgendePoging(int poging, Moment aangeboden, Moment nu) {
  using std::chrono::minutes;
  static constexpr std::array kWachten{minutes{1},  minutes{2},  minutes{5},
                                       minutes{15}, minutes{30}, minutes{60}};
  const Moment laatste = aangeboden + kBezorgtermijn;
  if (nu >= laatste) return std::nullopt;
  const auto plaats =
      std::clamp<std::size_t>(static_cast<std::size_t>(std::max(poging, 1)), 1, kWachten.size());
  return std::min<Moment>(nu + kWachten[plaats - 1], laatste);
}

}  // namespace cvsgw::isi
