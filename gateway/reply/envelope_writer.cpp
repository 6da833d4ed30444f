#include "gateway/reply/envelope_writer.hpp"

namespace cvsgw::reply {

std::string soapEnvelope(std::string_view headerBlocks, std::string_view body,
                         std::string_view rootAttributes) {
  constexpr std::string_view kOpen =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"";
  std::string out;
  out.reserve(kOpen.size() + rootAttributes.size() + headerBlocks.size() + body.size() + 100);
  out.append(kOpen).append(rootAttributes).append(">");
  if (!headerBlocks.empty()) out.append("<soap:Header>").append(headerBlocks).append("</soap:Header>");
  out.append("<soap:Body>").append(body).append("</soap:Body></soap:Envelope>");
  return out;
}

}  // namespace cvsgw::reply
