#include "gateway/xml/document.hpp"

#include "gateway/xml/libxml.hpp"

namespace cvsgw::xml {
namespace {

constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_PEDANTIC | XML_PARSE_NOCDATA | XML_PARSE_COMPACT |
                         XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES;

// What the parser reported. The text of its messages quotes the input and is never used.
struct Report {
  int firstCode = 0;
  int firstLine = 0;
  bool doctype = false;
  bool relativeNamespace = false;
};

Report& reportOf(void* context) {
  return *static_cast<Report*>(static_cast<xmlParserCtxt*>(context)->_private);
}

// libxml2 hands the context to SAX callbacks, and to the error callback as its first argument too.
void onError(void* context, xmlError* error) {
  Report& report = reportOf(context);
  if (error->code == XML_WAR_NS_URI_RELATIVE) report.relativeNamespace = true;
  if (error->level < XML_ERR_ERROR || report.firstCode != 0) return;
  report.firstCode = error->code;
  report.firstLine = error->line;
}

// The byte gate has refused these before; should it ever miss one, the parser stops before the DTD's content
// is read.
void onDoctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  reportOf(context).doctype = true;
  xmlStopParser(static_cast<xmlParserCtxt*>(context));
}

}  // namespace

Element Document::root() const {
  return Element(xmlDocGetRootElement(doc_.get()));
}

void Document::Free::operator()(_xmlDoc* doc) const noexcept {
  xmlFreeDoc(doc);
}

Outcome<Document> parse(const CheckedBytes& bytes) {
  prepareLibrary();
  const ParserPtr parser(xmlNewParserCtxt());
  if (!parser) return refuse(FaultKind::internal, {}, "no memory for an XML parser");
  Report report;
  parser->_private = &report;
  parser->sax->serror = onError;
  parser->sax->internalSubset = onDoctype;
  const std::string_view text = bytes.view();
  DocPtr doc(xmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                               kOptions));
  if (report.doctype) return refuse(FaultKind::doctypeRefused, "Een DOCTYPE wordt niet aangenomen.");
  // A relative namespace name is refused because canonical XML is not defined for it (C14N 1.0 § 1.3).
  const bool sound =
      doc && parser->wellFormed == 1 && parser->nsWellFormed == 1 && xmlDocGetRootElement(doc.get());
  if (!sound) {
    return refuse(FaultKind::malformedXml,
                  "Het bericht is geen welgevormde XML (regel " + std::to_string(report.firstLine) + ").",
                  "libxml2 error " + std::to_string(report.firstCode));
  }
  if (report.relativeNamespace) {
    return refuse(FaultKind::malformedXml, "Een namespace in het bericht is geen absolute URI.");
  }
  return Document(doc.release());
}

}  // namespace cvsgw::xml
