// Each record that an answer is written from says the same as the XSD: names, order, kinds and what may be
// absent. So an answer cannot drift from the contract without a test that names the field.
#include "tests/contract/records/records.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "gateway/description/contract.hpp"

namespace cvsgw::contract {
namespace {

using testing::ElementsAreArray;
using testing::IsEmpty;

const Schemas& schemas() {
  static const Schemas instance = readSchemas();
  return instance;
}

std::vector<Rows> allRows() {
  return {gemeenschappelijkRows(), algemeenRows(), wi2007Rows(), wi2013Rows(), wi2021Rows()};
}

std::string text(const TypeKey& key) {
  return std::string(namespaceUri(key.ns)) + " " + key.name;
}

/// A field as a line, so that a difference reads like one.
std::string text(const FieldShape& shape) {
  static constexpr std::array kinds = {"string",  "date", "moment", "boolean", "integer",
                                       "decimal", "code", "record", "list"};
  std::string line = shape.name + ": " + kinds.at(static_cast<std::size_t>(shape.kind));
  if (!shape.recordType.empty()) line += " of " + shape.recordType;
  if (!shape.itemName.empty()) line += " in " + shape.itemName;
  return line + (shape.optional ? ", optional" : "");
}

std::vector<std::string> lines(const std::vector<FieldShape>& shapes) {
  std::vector<std::string> out;
  for (const FieldShape& shape : shapes) out.push_back(text(shape));
  return out;
}

TEST(Records, EachSaysWhatTheSchemaSays) {
  for (const Rows& rows : allRows()) {
    for (const RecordRow& row : rows.records) {
      const auto type = schemas().complexTypes.find(row.type);
      ASSERT_NE(type, schemas().complexTypes.end()) << "the schema has no type " << text(row.type);
      EXPECT_THAT(lines(row.shapes), ElementsAreArray(lines(type->second.shapes))) << text(row.type);
    }
  }
}

TEST(Records, EveryTypeOfAnAnswerHasOne) {
  std::set<TypeKey> known;
  for (const Rows& rows : allRows()) {
    for (const RecordRow& row : rows.records) {
      EXPECT_TRUE(known.insert(row.type).second) << text(row.type) << " has two records";
    }
  }
  std::vector<std::string> missing;
  for (const TypeKey& key : schemas().answerTypes()) {
    if (!known.contains(key)) missing.push_back(text(key));
  }
  EXPECT_THAT(missing, IsEmpty()) << "add their records to tests/contract/records/<service>.cpp";
}

TEST(Records, NoneStandsHereThatNoAnswerUses) {
  const auto used = schemas().answerTypes();
  const std::set<TypeKey> known(used.begin(), used.end());
  for (const Rows& rows : allRows()) {
    for (const RecordRow& row : rows.records) EXPECT_TRUE(known.contains(row.type)) << text(row.type);
  }
}

TEST(Enumerations, ARequestKnowsTheCodesOfItsList) {
  for (const Rows& rows : allRows()) {
    for (const EnumerationRow& row : rows.enumerations) {
      const auto found = schemas().enumerations.find(row.type);
      ASSERT_NE(found, schemas().enumerations.end()) << text(row.type);
      std::vector<std::string> codes;
      for (const CodeRow& code : row.list->rows) codes.emplace_back(code.code);
      EXPECT_THAT(found->second, ElementsAreArray(codes)) << text(row.type);
    }
  }
}

TEST(Enumerations, EachHasAListOrAReasonToHaveNone) {
  std::map<TypeKey, int> rowsOf;
  for (const Rows& rows : allRows()) {
    for (const EnumerationRow& row : rows.enumerations) ++rowsOf[row.type];
    for (const auto& [key, reason] : rows.withoutList) {
      ++rowsOf[key];
      EXPECT_FALSE(reason.empty()) << text(key);
    }
  }
  for (const auto& [key, values] : schemas().enumerations) {
    EXPECT_EQ(rowsOf[key], 1) << text(key);
  }
  EXPECT_EQ(rowsOf.size(), schemas().enumerations.size()) << "a row for an enumeration that is gone";
}

// The comparison itself: a reader that saw nothing would agree with everything.
TEST(Schemas, AreReadAsTheyAreWritten) {
  const auto& rij = schemas().complexTypes.at({Namespace::gemeenschappelijk, "MeldingType"});
  EXPECT_THAT(lines(rij.shapes), ElementsAreArray({"code: string", "bevestigen: boolean", "tekst: string",
                                                   "veld: string, optional", "regel: string, optional"}));
  const auto& antwoord = schemas().complexTypes.at({Namespace::wi2007, "HaalSignalenResponse"});
  EXPECT_EQ(text(antwoord.shapes.at(0)), "laatsteVolgnummer: integer");
  EXPECT_EQ(text(antwoord.shapes.at(3)), "meldingen: list of MeldingType in melding");
  std::size_t written = 0;  // counted in the text, by no reader that could overlook the same element
  const description::Contract contract("https://cvs-isi.test");
  for (const auto& [ns, text] : contract.xsdTexts()) {
    for (auto at = text.find("Response\">"); at != std::string::npos; at = text.find("Response\">", at + 1))
      ++written;
  }
  EXPECT_GT(written, 0U);
  EXPECT_EQ(schemas().answers.size(), written) << "operations with an answer";
}

}  // namespace
}  // namespace cvsgw::contract
