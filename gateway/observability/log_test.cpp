#include "gateway/observability/log.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <type_traits>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/secret.hpp"

namespace cvsgw::observability {
namespace {

template <class T>
concept Loggable = requires(Line line, const T& value) {
  line.with("x", value);
};

// A leak is a compile error: these types cannot be put in a line.
static_assert(!Loggable<Bsn>);
static_assert(!Loggable<Secret>);
static_assert(!Loggable<CallerText>);
static_assert(Loggable<LogText>);

TEST(Log, A31_ALineIsOneJsonObjectWhateverTheValueHolds) {
  Line line(Level::warning, "proef", *parseMoment("2026-11-22T12:00:00Z"));
  line.with("a", "regel\r\n\"einde\"\x1b[31m \xe2\x80\xae ${jndi}").with("n", std::int64_t{-5});
  const auto text = line.finish();
  EXPECT_EQ(text.find('\n'), text.size() - 1);
  rapidjson::Document json;
  json.Parse(text.c_str());
  ASSERT_FALSE(json.HasParseError());
  EXPECT_STREQ(json["tijd"].GetString(), "2026-11-22T13:00:00.000+01:00");
  EXPECT_STREQ(json["niveau"].GetString(), "waarschuwing");
  EXPECT_EQ(json["n"].GetInt(), -5);
  for (const char c : text) EXPECT_TRUE(c == '\n' || (c >= 0x20 && c < 0x7f));
}

TEST(Log, DutchIsReadAsItWasWritten) {
  Line line(Level::info, "proef", Moment{});
  line.with("a", "één ï \xc5\xbf \xc3").with("b", std::string(499, 'x') + "é");
  const auto text = line.finish();
  for (const char c : text) EXPECT_TRUE(c == '\n' || (c >= 0x20 && c < 0x7f));
  rapidjson::Document json;
  json.Parse(text.c_str());
  ASSERT_FALSE(json.HasParseError()) << text;
  EXPECT_STREQ(json["a"].GetString(), "één ï \xc5\xbf ?");
  EXPECT_EQ(json["b"].GetString(), std::string(499, 'x') + "?...") << "cut in the middle of a letter";
}

TEST(Log, A31_LongValuesAreCut) {
  Line line(Level::info, "proef", Moment{});
  line.with("a", std::string(10000, 'x'));
  EXPECT_LT(line.finish().size(), 700U);
}

TEST(Reference, IsNotRepeated) {
  EXPECT_NE(newReference(), newReference());
}

}  // namespace
}  // namespace cvsgw::observability
