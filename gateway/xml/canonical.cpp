#include "gateway/xml/canonical.hpp"

#include <libxml/c14n.h>

#include "gateway/xml/libxml.hpp"

namespace cvsgw::xml {
namespace {

int append(void* out, const char* bytes, int size) {
  static_cast<std::string*>(out)->append(bytes, static_cast<size_t>(size));
  return size;
}

struct FreeOutput {
  void operator()(xmlOutputBuffer* buffer) const noexcept { xmlOutputBufferClose(buffer); }
};

}  // namespace

Outcome<std::string> canonicalBody(const ValidatedBody& body) {
  prepareLibrary();
  // A document of its own for the element: canonicalising it in place would ask, for each node of the whole
  // envelope, whether it is inside.
  xmlNode* source = body.operation().node();
  const DocPtr doc(xmlNewDoc(asXml("1.0")));
  xmlNode* copy = doc ? xmlDocCopyNode(source, doc.get(), 1) : nullptr;
  if (copy == nullptr) return refuse(FaultKind::internal, {}, "no memory to copy the operation's element");
  xmlDocSetRootElement(doc.get(), copy);

  std::string out;
  std::unique_ptr<xmlOutputBuffer, FreeOutput> buffer(
      xmlOutputBufferCreateIO(append, nullptr, &out, nullptr));
  if (!buffer) return refuse(FaultKind::internal, {}, "no memory for canonical XML");
  const int result =
      xmlC14NExecute(doc.get(), nullptr, nullptr, XML_C14N_EXCLUSIVE_1_0, nullptr, 0, buffer.get());
  buffer.reset();  // flushes into `out`
  if (result < 0) {
    return refuse(FaultKind::envelopeInvalid, "Het bericht heeft geen canonieke vorm.",
                  "libxml2 refused to canonicalise");
  }
  return out;
}

}  // namespace cvsgw::xml
