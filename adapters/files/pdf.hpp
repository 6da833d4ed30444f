// Documents as PDF, by Pango (text in every script, line breaks) and Cairo
// (docs/decisions/pango-and-cairo-make-the-pdf.md).
#pragma once

#include <memory>
#include <mutex>

#include "gateway/isi/document.hpp"

namespace cvsgw::files {

/// Knows nothing of fonts until the first document: that one costs some tens of milliseconds and a few
/// megabytes, the next ones a few milliseconds. Threading: any thread; one document at a time, since Pango's
/// fonts belong to one thread at a time and a set per worker would cost those megabytes for each.
class PdfMaker final : public isi::Documentmaker {
 public:
  PdfMaker();
  ~PdfMaker() override;
  Outcome<std::string> pdf(const isi::Document& document) override;

 private:
  struct Fonts;
  std::mutex turn_;
  std::unique_ptr<Fonts> fonts_;
};

}  // namespace cvsgw::files
