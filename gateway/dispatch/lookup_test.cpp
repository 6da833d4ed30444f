#include "gateway/dispatch/lookup.hpp"

#include <gtest/gtest.h>

#include <array>

namespace cvsgw::dispatch {
namespace {

constexpr std::array kOperations =
    std::to_array<Operation>({{"ZoekPersonen", Rol::Wi2021, nullptr}, {"Ping", {}, nullptr}});
constexpr Service kService{"InburgeringWi2021", "/ws/wi2021/v1", Namespace::wi2021, kOperations};
constexpr std::string_view kNs = "urn:inburgering:cvs-isi:wi2021:v1";
constexpr const char* kAction = "urn:inburgering:cvs-isi:wi2021:v1/ZoekPersonen";

FaultKind kindOf(const auto& outcome) {
  return outcome ? FaultKind::internal : outcome.error().kind;
}

TEST(Lookup, AServiceIsFoundByItsExactPath) {
  const std::array<const Service*, 1> services{&kService};
  EXPECT_EQ(*findService(services, "/ws/wi2021/v1"), &kService);
  for (const char* path : {"/ws/wi2021/v1/", "/ws/WI2021/v1", "/", "", "/ws/wi2021"}) {
    EXPECT_EQ(kindOf(findService(services, path)), FaultKind::notFound) << path;
  }
}

TEST(Lookup, AnOperationIsFoundByItsQualifiedName) {
  EXPECT_EQ((*findOperation(kService, kNs, "Ping"))->name, "Ping");
  const auto otherNamespace = findOperation(kService, "urn:inburgering:cvs-isi:wi2013:v1", "ZoekPersonen");
  EXPECT_EQ(kindOf(otherNamespace), FaultKind::unknownOperation);
  EXPECT_NE(otherNamespace.error().text.str().find(kNs), std::string::npos);
  EXPECT_EQ(kindOf(findOperation(kService, kNs, "zoekPersonen")), FaultKind::unknownOperation);
  EXPECT_EQ(kindOf(findOperation(kService, "", "Ping")), FaultKind::unknownOperation);
}

TEST(Lookup, R24_TheActionIsThatOfTheBodyOrEmpty) {
  const auto& operation = kOperations[0];
  for (const auto& header : {std::optional<std::string>(), std::optional<std::string>(""),
                             std::optional<std::string>("\"\""), std::optional<std::string>(kAction),
                             std::optional<std::string>("\"" + std::string(kAction) + "\"")}) {
    EXPECT_TRUE(checkAction(kService, operation, header, std::nullopt)) << header.value_or("(absent)");
  }
  EXPECT_TRUE(checkAction(kService, operation, "\"\"", kAction));
}

TEST(Lookup, R24_A14_AnotherActionIsRefusedWhereverItStands) {
  const auto& operation = kOperations[0];
  const std::string other = std::string(kNs) + "/Ping";
  for (const std::string& header :
       {other, "\"" + other + "\"", "\"" + std::string(kAction), std::string("\""), std::string("x")}) {
    EXPECT_EQ(kindOf(checkAction(kService, operation, header, std::nullopt)), FaultKind::soapActionMismatch)
        << header;
  }
  EXPECT_EQ(kindOf(checkAction(kService, operation, std::nullopt, other)), FaultKind::soapActionMismatch);
  EXPECT_EQ(kindOf(checkAction(kService, operation, std::nullopt, "")), FaultKind::soapActionMismatch);
}

TEST(Lookup, R24_OnADigikoppelingListenerSoapActionIsThereAndQuoted) {
  const auto& operation = kOperations[0];
  const std::string quoted = "\"" + std::string(kAction) + "\"";
  for (const std::string& header : {std::string("\"\""), quoted})
    EXPECT_TRUE(checkAction(kService, operation, header, kAction, SoapActionRule::strict)) << header;
  for (const auto& header :
       {std::optional<std::string>(), std::optional<std::string>(""), std::optional<std::string>(kAction),
        std::optional<std::string>("\"" + std::string(kNs) + "/Ping\""), std::optional<std::string>("\""),
        std::optional<std::string>("'" + std::string(kAction) + "'"),
        std::optional<std::string>(quoted + "," + quoted)}) {
    EXPECT_EQ(kindOf(checkAction(kService, operation, header, kAction, SoapActionRule::strict)),
              FaultKind::soapActionMismatch)
        << header.value_or("(absent)");
  }
  EXPECT_EQ(
      kindOf(checkAction(kService, operation, "\"\"", std::string(kNs) + "/Ping", SoapActionRule::strict)),
      FaultKind::soapActionMismatch);
}

TEST(Lookup, R31_OnlyTheVerbsOfQueriesAreQueries) {
  for (const char* name :
       {"ZoekPersonen", "HaalSignalen", "RaadpleegPersoon", "LijstCodes", "TelSignalen", "BepaalWet", "Ping"})
    EXPECT_TRUE(isQuery({name, {}, nullptr})) << name;
  for (const char* name : {"VoegPipToe", "WijzigPip", "VerwijderPip", "HandelCertificaatAf", "OntheftLbt",
                           "RegistreerUrenGemeente", "BestelWaardepapieren", "IetsNieuws"})
    EXPECT_FALSE(isQuery({name, {}, nullptr})) << name;
}

}  // namespace
}  // namespace cvsgw::dispatch
