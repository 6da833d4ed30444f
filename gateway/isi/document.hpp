// A document for people, as content alone: what is said and in which order. How it looks is up to the maker
// behind this port (adapters/files makes a PDF of it).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "gateway/domain/date.hpp"
#include "gateway/domain/fault.hpp"

namespace cvsgw::isi {

/// One thing on the page. All text is UTF-8, in whatever script; nothing in it is markup.
struct Documentdeel {
  enum class Soort : std::uint8_t {
    titel,
    kop,       ///< begins a block; never the last thing on a page
    tekst,     ///< a paragraph
    nadruk,    ///< what the document is about, large
    gegeven,   ///< a label and a value beside it
    invullen,  ///< a label and room to write by hand
    wit        ///< some room
  };
  Soort soort = Soort::tekst;
  std::string tekst;  ///< the value of a gegeven
  std::string label;  ///< gegeven and invullen only
};

/// A4. What does not fit on a page goes on on the next one; a row that fits on a page is not broken.
struct Document {
  enum class Vorm : std::uint8_t {
    overzicht,  ///< blocks of labels and values, close together
    oorkonde    ///< one page to hand out: centred, with room around it
  };
  std::string titel;  ///< of the file, where viewers show it: no personal data
  Date datum;         ///< of the file: the same document has the same bytes, whenever it is made
  Vorm vorm = Vorm::overzicht;
  std::string voet;           ///< at the left of the foot of every page
  bool paginanummers = true;  ///< at the right of it
  std::vector<Documentdeel> delen;

  Document& voegToe(Documentdeel::Soort soort, std::string tekst = {}, std::string label = {}) {
    delen.push_back({soort, std::move(tekst), std::move(label)});
    return *this;
  }
  Document& gegeven(std::string label, std::string waarde) {
    return voegToe(Documentdeel::Soort::gegeven, std::move(waarde), std::move(label));
  }
};

/// Threading: any thread. Errors: internal only.
class Documentmaker {
 public:
  virtual ~Documentmaker() = default;
  /// The bytes of a PDF.
  virtual Outcome<std::string> pdf(const Document& document) = 0;
};

}  // namespace cvsgw::isi
