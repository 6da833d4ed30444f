#include "adapters/files/pdf.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "adapters/files/pagina.hpp"

#ifdef __SANITIZE_ADDRESS__
// fontconfig 2.14 loses 288 bytes once in a process, on its first use, however many documents follow.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\n";
}
#endif

namespace cvsgw::files {
namespace {

template <class T, void (*Destroy)(T*)>
struct With {
  void operator()(T* object) const { Destroy(object); }
};
using Surface = std::unique_ptr<cairo_surface_t, With<cairo_surface_t, cairo_surface_destroy>>;
using Pen = std::unique_ptr<cairo_t, With<cairo_t, cairo_destroy>>;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned size) {
  try {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
  } catch (...) {  // out of memory; nothing may pass through C
    return CAIRO_STATUS_NO_MEMORY;
  }
}

void draw(cairo_t* pen, const Pagina& pagina) {
  for (const auto& regel : pagina.regels) {
    cairo_move_to(pen, regel.x, regel.y);
    pango_cairo_show_layout_line(pen, pango_layout_get_line_readonly(regel.layout.get(), regel.regel));
  }
  cairo_set_line_width(pen, 0.5);
  for (const auto& streep : pagina.strepen) {
    cairo_move_to(pen, streep.vanX, streep.y);
    cairo_line_to(pen, streep.totX, streep.y);
    cairo_stroke(pen);
  }
  cairo_show_page(pen);
}

}  // namespace

struct PdfMaker::Fonts {
  Fonts() : map(pango_cairo_font_map_new()), context(pango_font_map_create_context(map.get())) {
    // One unit is one point, and letters stand where the paper has them, not where a screen would.
    pango_cairo_context_set_resolution(context.get(), 72);
    const std::unique_ptr<cairo_font_options_t, With<cairo_font_options_t, cairo_font_options_destroy>>
        options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_language(context.get(), pango_language_from_string("nl"));
    pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
  }
  std::unique_ptr<PangoFontMap, Unref> map;
  std::unique_ptr<PangoContext, Unref> context;
};

PdfMaker::PdfMaker() = default;
PdfMaker::~PdfMaker() = default;

Outcome<std::string> PdfMaker::pdf(const isi::Document& document) {
  const std::lock_guard lock(turn_);
  if (!fonts_) fonts_ = std::make_unique<Fonts>();
  std::string bytes;
  const Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, kBreedte, kHoogte));
  // Otherwise the moment of making would be in the file.
  const std::string created = document.datum.text() + "T00:00:00Z";
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, document.titel.c_str());
  {
    const Pen pen(cairo_create(surface.get()));
    for (const auto& pagina : zet(document, fonts_->context.get())) draw(pen.get(), pagina);
    if (const auto status = cairo_status(pen.get()); status != CAIRO_STATUS_SUCCESS)
      return refuse(FaultKind::internal, {}, std::string("cairo: ") + cairo_status_to_string(status));
  }
  cairo_surface_finish(surface.get());
  if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
    return refuse(FaultKind::internal, {}, std::string("cairo: ") + cairo_status_to_string(status));
  return bytes;
}

}  // namespace cvsgw::files
