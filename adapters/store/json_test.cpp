#include "adapters/store/json.hpp"

#include <gtest/gtest.h>

namespace cvsgw::store {
namespace {

struct Deel {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "DeelType";
  std::string versie;
  std::optional<Date> datum;
  std::vector<std::string> woorden;
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("datum", self.datum);
    visit.list("woorden", "woord", self.woorden);
  }
};

struct Geheel {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "GeheelType";
  Bsn bsn;
  bool waar = false;
  std::int32_t getal = 0;
  Bedrag bedrag;
  std::optional<Deel> deel;
  std::vector<Deel> delen;
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("bsn", self.bsn);
    visit.field("waar", self.waar);
    visit.field("getal", self.getal);
    visit.field("bedrag", self.bedrag);
    visit.field("deel", self.deel);
    visit.list("delen", "deel", self.delen);
  }
};

TEST(Json, WhatIsWrittenIsReadBack) {
  Geheel value;
  value.bsn = *Bsn::parse("999993653");
  value.waar = true;
  value.getal = -3;
  value.bedrag = Bedrag{12345};
  value.deel = Deel{"v", Date(2024, 2, 29), {"é", "b\"c"}};
  value.delen = {Deel{}, Deel{"w", std::nullopt, {}}};
  const auto json = toJson(value);
  const auto back = fromJson<Geheel>(json);
  EXPECT_EQ(toJson(back), json);
  EXPECT_EQ(back.deel->datum, Date(2024, 2, 29));
  EXPECT_EQ(back.delen.size(), 2U);
}

TEST(Json, MembersInAnotherOrderOrAbsentAreStillRead) {
  const auto value = fromJson<Geheel>(R"({"getal":7,"bsn":"999993653","nieuwVeld":1})");
  EXPECT_EQ(value.getal, 7);
  EXPECT_EQ(value.bsn.value(), "999993653");
  EXPECT_FALSE(value.deel);
}

TEST(Json, AnotherShapeIsRefused) {
  EXPECT_THROW(fromJson<Geheel>(R"({"bsn":"999993650"})"), Error);
  EXPECT_THROW(fromJson<Geheel>(R"({"getal":"7"})"), Error);
  EXPECT_THROW(fromJson<Geheel>(R"([])"), Error);
  EXPECT_THROW(fromJson<Geheel>(R"({"getal":)"), Error);
}

TEST(Versie, ChangesWithTheContentAndWithNothingElse) {
  Deel a{"oud", Date(2024, 1, 1), {"x"}};
  Deel b{"ander", Date(2024, 1, 1), {"x"}};
  stampVersie(a);
  stampVersie(b);
  EXPECT_EQ(a.versie, b.versie);
  b.woorden.push_back("y");
  stampVersie(b);
  EXPECT_NE(a.versie, b.versie);
  EXPECT_EQ(a.versie.size(), 16U);
}

}  // namespace
}  // namespace cvsgw::store
