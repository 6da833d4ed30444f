// Tables of which files are made: what columns there are, and the cells of one row. No format is known here.
#pragma once

#include <concepts>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/codes.hpp"
#include "gateway/domain/date.hpp"
#include "gateway/domain/fields.hpp"

namespace cvsgw::isi {

/// One column, with what the legend says of it.
struct Kolom {
  std::string_view naam;
  std::string_view definitie;
  std::string_view waarden;  ///< possible values; empty: free
  std::string_view herkomst = "DUO";
};

/// A value. Texts are views: valid until the receiver of the row returns.
struct Cel {
  enum class Soort : std::uint8_t { leeg, tekst, datum, getal, bedrag };
  Soort soort = Soort::leeg;
  std::string_view tekst;
  std::int64_t getal = 0;  ///< number, or an amount in cents
  Date datum;
};

/// Builds the cells of one row after another, in the order of the columns. Threading: one thread.
class Rij {
 public:
  void opnieuw() {
    cellen_.clear();
    eigen_.clear();
  }
  Rij& leeg() { return voeg({}); }
  /// The text has to live until the row has been received; an empty text is an empty cell.
  template <class T>
  requires std::convertible_to<const T&, std::string_view> Rij& tekst(const T& tekst) {
    const std::string_view view(tekst);
    return view.empty() ? leeg() : voeg({Cel::Soort::tekst, view, 0, {}});
  }
  Rij& tekst(const std::optional<std::string>& tekst) {
    return tekst ? this->tekst(std::string_view(*tekst)) : leeg();
  }
  Rij& tekst(std::string&& tekst) = delete;
  /// A text that was made for this row.
  Rij& samengesteld(std::string tekst) {
    return this->tekst(std::string_view(eigen_.emplace_back(std::move(tekst))));
  }
  template <class T>
  requires std::convertible_to<const T&, std::string_view> Rij& code(const T& code, const CodeList& lijst) {
    return tekst(lijst.omschrijving(code));
  }
  Rij& code(const std::optional<std::string>& code, const CodeList& lijst) {
    return code ? tekst(lijst.omschrijving(*code)) : leeg();
  }
  /// The name of a municipality.
  template <class T>
  requires std::convertible_to<const T&, std::string_view> Rij& gemeente(const T& code) {
    return gemeentenaam(code);
  }
  Rij& gemeente(const std::optional<std::string>& code) { return code ? gemeentenaam(*code) : leeg(); }
  Rij& datum(Date datum) { return voeg({Cel::Soort::datum, {}, 0, datum}); }
  Rij& datum(const std::optional<Date>& datum) { return datum ? this->datum(*datum) : leeg(); }
  Rij& getal(std::int64_t getal) { return voeg({Cel::Soort::getal, {}, getal, {}}); }
  template <class T>
  Rij& getal(const std::optional<T>& getal) {
    return getal ? this->getal(std::int64_t{*getal}) : leeg();
  }
  Rij& bedrag(Bedrag bedrag) { return voeg({Cel::Soort::bedrag, {}, bedrag.centen, {}}); }
  /// J or N; empty when it is not known.
  Rij& jaNee(bool waar) { return tekst(waar ? std::string_view("J") : std::string_view("N")); }
  Rij& jaNee(const std::optional<bool>& waar) { return waar ? jaNee(*waar) : leeg(); }

  std::span<const Cel> cellen() const { return cellen_; }

 private:
  Rij& gemeentenaam(std::string_view code);
  Rij& voeg(Cel cel) {
    cellen_.push_back(cel);
    return *this;
  }
  std::vector<Cel> cellen_;
  std::deque<std::string> eigen_;  // grows without moving what is pointed at
};

/// Takes a row; its cells are valid only meanwhile. False: no more rows are wanted.
using RijOntvanger = std::function<bool(std::span<const Cel>)>;

}  // namespace cvsgw::isi
