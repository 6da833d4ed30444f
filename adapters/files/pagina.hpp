// From a document's content to pages: what stands where. Measures are in points (1/72 inch).
#pragma once

#include <pango/pango.h>

#include <memory>
#include <vector>

#include "gateway/isi/document.hpp"

namespace cvsgw::files {

inline constexpr double kPuntenPerMm = 72 / 25.4;
inline constexpr double kBreedte = 210 * kPuntenPerMm;
inline constexpr double kHoogte = 297 * kPuntenPerMm;

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using Layout = std::shared_ptr<PangoLayout>;

/// A line of text with its baseline at `y`.
struct Tekstregel {
  Layout layout;
  int regel = 0;
  double x = 0;
  double y = 0;
};

struct Streep {
  double vanX = 0;
  double totX = 0;
  double y = 0;
};

struct Pagina {
  std::vector<Tekstregel> regels;
  std::vector<Streep> strepen;
};

/// Lays the document out, foot included. `context` measures in points. Threading: one thread at a time for
/// a context; the pages belong to it as well.
std::vector<Pagina> zet(const isi::Document& document, PangoContext* context);

}  // namespace cvsgw::files
