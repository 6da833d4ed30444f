#include "gateway/xml/schema_compile.hpp"

#include <vector>

namespace cvsgw::xml {
namespace {

struct FreeSchemaParser {
  void operator()(xmlSchemaParserCtxt* parser) const noexcept { xmlSchemaFreeParserCtxt(parser); }
};

// Each schema goes by a name of its own, which the imports are rewritten to.
class SchemaTexts final : public InMemoryEntities {
 public:
  std::string_view find(std::string_view name) const override {
    const auto text = texts_.find(name);
    return text == texts_.end() ? std::string_view{} : std::string_view(text->second);
  }
  void put(std::string name, std::string text) { texts_[std::move(name)] = std::move(text); }

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

using Names = std::map<std::string, std::string, std::less<>>;  // target namespace → name for loading

std::string serialized(xmlDoc* doc) {
  xmlChar* bytes = nullptr;
  int size = 0;
  xmlDocDumpMemory(doc, &bytes, &size);
  std::string text(reinterpret_cast<const char*>(bytes), static_cast<size_t>(size));
  xmlFree(bytes);
  return text;
}

// Points every import at one of our texts. Nothing when all is well, else what is wrong.
std::string rewriteImports(const Element& schema, const Names& names) {
  for (const Element& child : schema.children()) {
    if (child.is(kXsd, "include") || child.is(kXsd, "redefine"))
      return "xs:include and xs:redefine are not supported";
    if (!child.is(kXsd, "import")) continue;
    const auto name = names.find(child.attribute({}, "namespace").value_or(""));
    if (name == names.end())
      return "line " + std::to_string(child.line()) + ": import of an unknown namespace";
    xmlSetProp(child.node(), asXml("schemaLocation"), asXml(name->second.c_str()));
  }
  return {};
}

std::string wrapper(const Names& names) {
  std::string text = "<xs:schema xmlns:xs=\"" + std::string(kXsd) + "\">";
  for (const auto& [ns, name] : names) {
    text += "<xs:import namespace=\"" + ns + "\" schemaLocation=\"" + name + "\"/>";
  }
  return text + "</xs:schema>";
}

void firstError(void* data, xmlError* error) {
  auto& text = *static_cast<std::string*>(data);
  if (!text.empty() || error->level < XML_ERR_ERROR) return;
  text = error->file == nullptr ? std::string("schema") : std::string(error->file);
  text += " line " + std::to_string(error->line) + ": " + (error->message == nullptr ? "" : error->message);
}

}  // namespace

tl::expected<CompiledSchemas, std::string> compileSchemas(const std::map<std::string, std::string>& texts) {
  prepareLibrary();
  Names names;
  for (const auto& [ns, text] : texts) names[ns] = "cvsgw-schema-" + std::to_string(names.size()) + ".xsd";
  CompiledSchemas compiled;
  SchemaTexts entities;
  std::vector<DocPtr> docs;
  for (const auto& [ns, text] : texts) {
    DocPtr doc(xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    if (!doc || xmlDocGetRootElement(doc.get()) == nullptr)
      return tl::unexpected("schema of " + ns + " is not XML");
    const Element schema(xmlDocGetRootElement(doc.get()));
    if (!schema.is(kXsd, "schema") || schema.attribute({}, "targetNamespace") != ns) {
      return tl::unexpected("schema of " + ns + " has another root or target namespace");
    }
    if (const std::string wrong = rewriteImports(schema, names); !wrong.empty()) {
      return tl::unexpected("schema of " + ns + ": " + wrong);
    }
    entities.put(names[ns], serialized(doc.get()));
    compiled.index.declare(schema);
    docs.push_back(std::move(doc));
  }
  compiled.index.resolve();

  const std::string top = wrapper(names);
  const std::unique_ptr<xmlSchemaParserCtxt, FreeSchemaParser> parser(
      xmlSchemaNewMemParserCtxt(top.data(), static_cast<int>(top.size())));
  if (!parser) return tl::unexpected(std::string("no memory for a schema parser"));
  std::string error;
  xmlSchemaSetParserStructuredErrors(parser.get(), firstError, &error);
  const LoadingAllowed allowed(entities);
  compiled.schema.reset(xmlSchemaParse(parser.get()));
  if (!compiled.schema || !error.empty()) {
    return tl::unexpected(error.empty() ? std::string("the schemas do not compile") : error);
  }
  return compiled;
}

}  // namespace cvsgw::xml
