#include "adapters/files/pagina.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace cvsgw::files {
namespace {

using isi::Document;
using isi::Documentdeel;
using Soort = Documentdeel::Soort;

constexpr double kOnderrand = 24 * kPuntenPerMm;  // the foot stands below it
constexpr double kVoetY = kHoogte - 14 * kPuntenPerMm;
constexpr double kVoetGrootte = 8;
constexpr double kSchrijfruimte = 12 * kPuntenPerMm;
constexpr double kTussenKolommen = 4 * kPuntenPerMm;

struct Stijl {
  double grootte;
  bool vet;
  double erna;  // room below
};

// What the two forms differ in.
struct Maten {
  const char* letter;  // both are in fonts-dejavu-core; what it lacks Pango takes from a font that has it
  double bovenrand;
  double zijrand;
  double labelbreedte;
  double wit;
  PangoAlignment uitlijning;
  Stijl titel, kop, tekst, nadruk, gegeven;
};
constexpr Maten kOverzicht{
    "DejaVu Sans",    20 * kPuntenPerMm, 20 * kPuntenPerMm, 62 * kPuntenPerMm, 10,
    PANGO_ALIGN_LEFT, {17, true, 10},    {12, true, 6},     {10, false, 6},    {13, true, 6},
    {9.5, false, 3.5}};
// The upper part of the paper is left to what is printed on it already.
constexpr Maten kOorkonde{
    "DejaVu Serif",     58 * kPuntenPerMm, 28 * kPuntenPerMm, 58 * kPuntenPerMm, 26,
    PANGO_ALIGN_CENTER, {30, false, 10},   {15, false, 10},   {12, false, 12},   {24, true, 14},
    {11.5, false, 7}};

double punten(int pango) {
  return static_cast<double>(pango) / PANGO_SCALE;
}

class Zetter {
 public:
  Zetter(const Document& document, PangoContext* context)
      : document_(document),
        context_(context),
        maten_(document.vorm == Document::Vorm::oorkonde ? kOorkonde : kOverzicht) {
    nieuwePagina();
  }

  std::vector<Pagina> zet() && {
    for (std::size_t i = 0; i < document_.delen.size(); ++i) {
      const auto* volgende = i + 1 < document_.delen.size() ? &document_.delen[i + 1] : nullptr;
      plaats(document_.delen[i], volgende);
    }
    for (std::size_t i = 0; i < paginas_.size(); ++i) voet(paginas_[i], i + 1);
    return std::move(paginas_);
  }

 private:
  struct Kolom {
    Layout layout;
    double x;
  };

  double tekstbreedte() const { return kBreedte - 2 * maten_.zijrand; }

  Layout maak(const std::string& tekst, const Stijl& stijl, double breedte, PangoAlignment uitlijning) const {
    Layout layout(pango_layout_new(context_), Unref());
    const std::unique_ptr<PangoFontDescription, void (*)(PangoFontDescription*)> font(
        pango_font_description_new(), pango_font_description_free);
    pango_font_description_set_family_static(font.get(), maten_.letter);
    pango_font_description_set_size(font.get(), static_cast<int>(stijl.grootte * PANGO_SCALE));
    if (stijl.vet) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(breedte * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), uitlijning);
    // A hyphen of ours would become part of a name.
    const std::unique_ptr<PangoAttrList, void (*)(PangoAttrList*)> attributen(pango_attr_list_new(),
                                                                              pango_attr_list_unref);
    pango_attr_list_insert(attributen.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout.get(), attributen.get());
    // The page reads from left to right, whatever script a name is in.
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_text(layout.get(), tekst.data(), static_cast<int>(tekst.size()));
    return layout;
  }

  static double hoogte(const Layout& layout) {
    PangoRectangle vak;
    pango_layout_get_extents(layout.get(), nullptr, &vak);
    return punten(vak.height);
  }

  // The height of one line, its baseline below its top, and where it begins.
  struct Regelmaat {
    double hoogte = 0;
    double basis = 0;
    double x = 0;
  };
  static std::optional<Regelmaat> maat(const Layout& layout, int regel) {
    if (regel >= pango_layout_get_line_count(layout.get())) return std::nullopt;
    const std::unique_ptr<PangoLayoutIter, void (*)(PangoLayoutIter*)> plek(
        pango_layout_get_iter(layout.get()), pango_layout_iter_free);
    for (int i = 0; i < regel; ++i) pango_layout_iter_next_line(plek.get());
    PangoRectangle vak;
    pango_layout_iter_get_line_extents(plek.get(), nullptr, &vak);
    return Regelmaat{punten(vak.height), punten(pango_layout_iter_get_baseline(plek.get()) - vak.y),
                     punten(vak.x)};
  }

  double ruimte() const { return kHoogte - kOnderrand - y_; }
  void nieuwePagina() {
    paginas_.emplace_back();
    y_ = maten_.bovenrand;
  }
  bool bovenaan() const { return y_ <= maten_.bovenrand; }

  // Columns beside each other, line by line. Together on one page when they fit on one, with `erbij` below.
  void plaats(const std::vector<Kolom>& kolommen, double erna, double erbij = 0) {
    double hoog = 0;
    for (const auto& kolom : kolommen) hoog = std::max(hoog, hoogte(kolom.layout));
    const double heelPagina = kHoogte - kOnderrand - maten_.bovenrand;
    if (hoog + erbij > ruimte() && hoog + erbij <= heelPagina && !bovenaan()) nieuwePagina();
    for (int regel = 0;; ++regel) {
      double regelhoogte = 0;
      double basis = 0;
      bool over = false;
      for (const auto& kolom : kolommen) {
        const auto m = maat(kolom.layout, regel);
        if (!m) continue;
        over = true;
        regelhoogte = std::max(regelhoogte, m->hoogte);
        basis = std::max(basis, m->basis);
      }
      if (!over) break;
      if (regelhoogte > ruimte() && !bovenaan()) nieuwePagina();
      for (const auto& kolom : kolommen) {
        if (const auto m = maat(kolom.layout, regel))
          paginas_.back().regels.push_back({kolom.layout, regel, kolom.x + m->x, y_ + basis});
      }
      y_ += regelhoogte;
    }
    y_ += erna;
  }

  void alinea(const std::string& tekst, const Stijl& stijl, double erbij = 0) {
    plaats({{maak(tekst, stijl, tekstbreedte(), maten_.uitlijning), maten_.zijrand}}, stijl.erna, erbij);
  }

  double waardeX() const { return maten_.zijrand + maten_.labelbreedte + kTussenKolommen; }

  std::vector<Kolom> rij(const Documentdeel& deel) const {
    const double rechts = tekstbreedte() - maten_.labelbreedte - kTussenKolommen;
    return {
        {maak(deel.label, maten_.gegeven, maten_.labelbreedte, PANGO_ALIGN_LEFT), maten_.zijrand},
        {maak(deel.tekst.empty() ? " " : deel.tekst, maten_.gegeven, rechts, PANGO_ALIGN_LEFT), waardeX()}};
  }

  void kop(const Documentdeel& deel, const Documentdeel* volgende) {
    const bool streep = document_.vorm == Document::Vorm::overzicht;
    if (!bovenaan()) y_ += maten_.wit;
    // A heading stays with the first row of its block.
    double erbij = maten_.kop.erna + 2 * maten_.gegeven.grootte;
    if (volgende && volgende->soort == Soort::gegeven) {
      for (const auto& kolom : rij(*volgende))
        erbij = std::max(erbij, std::min(hoogte(kolom.layout), kHoogte / 4));
    }
    alinea(deel.tekst, {maten_.kop.grootte, maten_.kop.vet, 2}, erbij);
    if (streep) paginas_.back().strepen.push_back({maten_.zijrand, kBreedte - maten_.zijrand, y_});
    y_ += maten_.kop.erna;
  }

  void invullen(const Documentdeel& deel) {
    if (kSchrijfruimte > ruimte() && !bovenaan()) nieuwePagina();
    y_ += kSchrijfruimte - maten_.gegeven.grootte;
    const double regel = y_ + maten_.gegeven.grootte;
    plaats(rij(deel), maten_.gegeven.erna);
    paginas_.back().strepen.push_back({waardeX(), kBreedte - maten_.zijrand, regel});
  }

  void plaats(const Documentdeel& deel, const Documentdeel* volgende) {
    switch (deel.soort) {
      case Soort::titel:
        return alinea(deel.tekst, maten_.titel);
      case Soort::kop:
        return kop(deel, volgende);
      case Soort::tekst:
        return alinea(deel.tekst, maten_.tekst);
      case Soort::nadruk:
        return alinea(deel.tekst, maten_.nadruk);
      case Soort::gegeven:
        return plaats(rij(deel), maten_.gegeven.erna);
      case Soort::invullen:
        return invullen(deel);
      case Soort::wit:
        if (!bovenaan()) y_ += maten_.wit;
        return;
    }
  }

  void voet(Pagina& pagina, std::size_t nummer) const {
    const Stijl stijl{kVoetGrootte, false, 0};
    const auto zetRegel = [&](const std::string& tekst, PangoAlignment uitlijning) {
      if (tekst.empty()) return;
      auto layout = maak(tekst, stijl, tekstbreedte(), uitlijning);
      const auto m = maat(layout, 0);
      if (m) pagina.regels.push_back({std::move(layout), 0, maten_.zijrand + m->x, kVoetY + m->basis});
    };
    zetRegel(document_.voet, PANGO_ALIGN_LEFT);
    if (document_.paginanummers) {
      zetRegel("Pagina " + std::to_string(nummer) + " van " + std::to_string(paginas_.size()),
               PANGO_ALIGN_RIGHT);
    }
  }

  const Document& document_;
  PangoContext* context_;
  const Maten& maten_;
  std::vector<Pagina> paginas_;
  double y_ = 0;
};

}  // namespace

std::vector<Pagina> zet(const isi::Document& document, PangoContext* context) {
  return Zetter(document, context).zet();
}

}  // namespace cvsgw::files
