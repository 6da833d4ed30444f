#include "gateway/xml/envelope.hpp"

#include <optional>

#include "gateway/xml/libxml.hpp"

namespace cvsgw::xml {
namespace {

constexpr std::string_view kActorNext = "http://schemas.xmlsoap.org/soap/actor/next";

tl::unexpected<Fault> invalid(std::string_view text, const Element& at) {
  return refuse(FaultKind::envelopeInvalid,
                std::string(text) + " (regel " + std::to_string(at.line()) + ").");
}

// Only whitespace and comments between the elements?
bool holdsOnlyElements(const Element& element) {
  return element.text().empty();
}

bool hasEncodingStyle(const Element& element) {
  return element.attribute(kSoap11, "encodingStyle").has_value();
}

Outcome<std::vector<HeaderBlock>> readHeader(const Element& header) {
  if (!holdsOnlyElements(header)) return invalid("soap:Header bevat losse tekst", header);
  std::vector<HeaderBlock> blocks;
  for (const Element& block : header.children()) {
    if (block.name().ns.empty()) return invalid("Een blok in soap:Header heeft geen namespace", block);
    const std::string must = block.attribute(kSoap11, "mustUnderstand").value_or("0");
    if (must != "0" && must != "1") return invalid("soap:mustUnderstand is 0 of 1", block);
    const auto actor = block.attribute(kSoap11, "actor");
    blocks.push_back(HeaderBlock{block, must == "1", !actor || actor->empty() || *actor == kActorNext});
  }
  return blocks;
}

Outcome<Element> readBody(const Element& body) {
  if (!holdsOnlyElements(body)) return invalid("soap:Body bevat losse tekst", body);
  const std::vector<Element> children = body.children();
  if (children.size() != 1) return invalid("soap:Body bevat precies één element: dat van de bewerking", body);
  if (hasEncodingStyle(children.front())) {
    return invalid("soap:encodingStyle wordt niet aangenomen; de dienst is document/literal",
                   children.front());
  }
  return children.front();
}

}  // namespace

Outcome<Envelope> openEnvelope(Document document) {
  const Element root = document.root();
  if (root.name().local != "Envelope") return invalid("Het bericht is geen SOAP-envelop", root);
  if (root.name().ns != kSoap11) {
    return refuse(FaultKind::versionMismatch,
                  "Alleen SOAP 1.1 wordt aangenomen (namespace " + std::string(kSoap11) + ").");
  }
  if (!holdsOnlyElements(root)) return invalid("soap:Envelope bevat losse tekst", root);
  std::optional<Element> header;
  std::optional<Element> body;
  for (const Element& child : root.children()) {
    if (body) return invalid("Na soap:Body volgt nog een element", child);
    if (child.is(kSoap11, "Body")) {
      body = child;
    } else if (child.is(kSoap11, "Header") && !header) {
      header = child;
    } else {
      return invalid("soap:Envelope bevat hoogstens één soap:Header en dan precies één soap:Body", child);
    }
  }
  if (!body) return invalid("soap:Body ontbreekt", root);
  for (const Element& element : {root, *body, header.value_or(root)}) {
    if (hasEncodingStyle(element)) return invalid("soap:encodingStyle wordt niet aangenomen", element);
  }
  std::vector<HeaderBlock> blocks;
  if (header) {
    auto read = readHeader(*header);
    if (!read) return tl::unexpected(std::move(read.error()));
    blocks = std::move(*read);
  }
  const auto operation = readBody(*body);
  if (!operation) return tl::unexpected(operation.error());
  return Envelope(std::move(document), std::move(blocks), *body, *operation);
}

}  // namespace cvsgw::xml
