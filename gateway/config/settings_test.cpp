#include "gateway/config/settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <map>

namespace cvsgw::config {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class SettingsTest : public ::testing::Test {
 protected:
  SettingsTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "cvsgw-config-XXXXXX").string();
    directory = ::mkdtemp(pattern.data());
    std::ofstream(directory / "server.pem") << "x";
    std::ofstream(directory / "server.key") << "x";
  }
  ~SettingsTest() override { std::filesystem::remove_all(directory); }

  tl::expected<Settings, Mistakes> read(const std::string& text) {
    std::ofstream(directory / "gateway.toml") << text;
    return load(directory / "gateway.toml", [this](const std::string& name) -> std::optional<std::string> {
      const auto found = environment.find(name);
      if (found == environment.end()) return std::nullopt;
      return found->second;
    });
  }

  std::filesystem::path directory;
  std::map<std::string, std::string> environment;
  const std::string files = "[server]\ncertificaat = \"server.pem\"\nsleutel = \"server.key\"\n";
};

TEST_F(SettingsTest, TheExampleFileIsAccepted) {
  const auto settings = read(exampleFile());
  ASSERT_TRUE(settings) << settings.error().front();
  EXPECT_EQ(settings->poort, 8443);
  EXPECT_EQ(settings->certificaat, directory / "server.pem");
  EXPECT_FALSE(settings->datum);
}

TEST_F(SettingsTest, ADateCanBeWrittenBothWays) {
  EXPECT_EQ(read(files + "[klok]\ndatum = 2026-11-22\n")->datum, Date(2026, 11, 22));
  EXPECT_EQ(read(files + "[klok]\ndatum = \"2026-11-22\"\n")->datum, Date(2026, 11, 22));
  EXPECT_FALSE(read(files + "[klok]\ndatum = \"2026-02-31\"\n"));
}

TEST_F(SettingsTest, TheEnvironmentGoesFirst) {
  environment["CVSGW_SERVER_POORT"] = "9000";
  EXPECT_EQ(read(files + "poort = 8000\n")->poort, 9000);
  environment["CVSGW_SERVER_POORT"] = "veel";
  const auto wrong = read(files);
  ASSERT_FALSE(wrong);
  EXPECT_THAT(wrong.error(),
              ElementsAre(HasSubstr(
                  "CVSGW_SERVER_POORT: server.poort moet een geheel getal van 0 tot en met 65535")));
}

TEST_F(SettingsTest, EveryMistakeIsNamedWithItsLineAndWhatIsRight) {
  const auto wrong = read(files + "poort = \"8443\"\nport = 1\n[beheer]\npoort = 70000\n[onzin]\nx = 1\n");
  ASSERT_FALSE(wrong);
  EXPECT_THAT(wrong.error(),
              ::testing::UnorderedElementsAre(
                  HasSubstr("gateway.toml:4: server.poort moet een getal zonder aanhalingstekens zijn"),
                  HasSubstr("gateway.toml:5: 'port' kent [server] niet; wel: adres, poort"),
                  HasSubstr("gateway.toml:7: beheer.poort moet een geheel getal van 0 tot en met 65535"),
                  HasSubstr("'onzin' is geen onderdeel; de onderdelen zijn [server]")));
}

TEST_F(SettingsTest, BrokenTomlAndAbsentFilesAreNamed) {
  EXPECT_THAT(read("[server\n").error(), ElementsAre(HasSubstr("gateway.toml:1: ")));
  EXPECT_THAT(read("[server]\ncertificaat = \"weg.pem\"\nsleutel = \"server.key\"\n").error(),
              ElementsAre(HasSubstr(
                  "gateway.toml:2: server.certificaat moet een bestand dat bestaat (PEM; gezocht is /")));
  EXPECT_THAT(read("").error(),
              ElementsAre(HasSubstr("server.certificaat ontbreekt"), HasSubstr("server.sleutel ontbreekt")));
  EXPECT_THAT(load(directory / "niet.toml", [](const std::string&) { return std::nullopt; }).error(),
              ElementsAre(HasSubstr("kan niet worden gelezen")));
}

TEST_F(SettingsTest, ThePublicUrlHasNoTrailingSlashAndIsHttps) {
  EXPECT_TRUE(read(files + "publiekeUrl = \"https://isi.voorbeeld.nl:8443\"\n"));
  for (const char* bad :
       {"http://isi.voorbeeld.nl", "https://isi.voorbeeld.nl/", "https://", "https://a\\\"b"}) {
    EXPECT_FALSE(read(files + "publiekeUrl = \"" + bad + "\"\n")) << bad;
  }
}

TEST_F(SettingsTest, ListenersAreTablesOfTheirOwn) {
  const std::string files2 = "certificaat = \"server.pem\"\nsleutel = \"server.key\"\n";
  const auto settings = read(
      files + "[[luisteraar]]\nprofiel = \"2W-be\"\npoort = 443\noin = \"00000001999999999000\"\n" + files2 +
      "vertrouwen = \"server.pem\"\ncrl = \".\"\n[[luisteraar]]\nprofiel = \"open\"\n" + files2);
  ASSERT_TRUE(settings) << settings.error().front();
  ASSERT_EQ(settings->luisteraars.size(), 2U);
  EXPECT_EQ(settings->luisteraars[0].profiel, Profiel::be);
  EXPECT_EQ(settings->luisteraars[0].poort, 443);
  EXPECT_EQ(settings->luisteraars[0].vertrouwen, directory / "server.pem");
  EXPECT_EQ(settings->luisteraars[1].profiel, Profiel::open);
  environment["CVSGW_LUISTERAAR_2_POORT"] = "9000";
  EXPECT_EQ(read(files + "[[luisteraar]]\nprofiel=\"open\"\n" + files2 +
                 "[[luisteraar]]\nprofiel=\"open\"\n" + files2)
                ->luisteraars[1]
                .poort,
            9000);
}

TEST_F(SettingsTest, R05_ADigikoppelingListenerNeedsTrustAndRevocationLists) {
  const auto wrong = read(files + "[[luisteraar]]\nprofiel = \"2W-be-S\"\ncertificaat = \"server.pem\"\n");
  ASSERT_FALSE(wrong);
  EXPECT_THAT(wrong.error(), ElementsAre(HasSubstr("luisteraar 1: sleutel ontbreekt bij profiel 2W-be-S"),
                                         HasSubstr("luisteraar 1: vertrouwen ontbreekt"),
                                         HasSubstr("luisteraar 1: crl ontbreekt")));
}

TEST_F(SettingsTest, R54_WhoMayBringTheMessagesOfWhom) {
  const std::string one = "00000001000000001000", other = "00000001000000002000";
  const auto listener = [&](const std::string& profile, const std::string& pairs) {
    return read(
        files + "[[luisteraar]]\nprofiel = \"" + profile +
        "\"\ncertificaat = \"server.pem\"\nsleutel = \"server.key\"\nvertrouwen = \"server.pem\"\ncrl = "
        "\".\"\nondertekenaars = \"" +
        pairs + "\"\n");
  };
  const auto settings = listener("2W-be-S", one + "=" + other + "  " + other + "=" + one);
  ASSERT_TRUE(settings) << settings.error().front();
  ASSERT_EQ(settings->luisteraars[0].ondertekenaars.size(), 2U);
  EXPECT_EQ(settings->luisteraars[0].ondertekenaars[0].first.value(), one);
  EXPECT_EQ(settings->luisteraars[0].ondertekenaars[0].second.value(), other);
  EXPECT_TRUE(listener("2W-be", ""));
  for (const std::string& bad : {one, one + "=", "=" + one, one + "=" + other + "=" + one, one + "," + other})
    EXPECT_FALSE(listener("2W-be-S", bad)) << bad;
  EXPECT_THAT(listener("2W-be", one + "=" + other).error(),
              ElementsAre(HasSubstr("ondertekenaars zegt niets bij profiel 2W-be")));
}

TEST_F(SettingsTest, MistakesInAListenerAreNamed) {
  const auto wrong =
      read(files + "[[luisteraar]]\nprofiel = \"ebMS\"\noin = \"123\"\npoort = \"9\"\nx = 1\n");
  ASSERT_FALSE(wrong);
  EXPECT_THAT(wrong.error(),
              ::testing::UnorderedElementsAre(
                  HasSubstr("gateway.toml:5: luisteraar.profiel moet open, 2W-be, 2W-be-S of 2W-be-SE zijn"),
                  HasSubstr("gateway.toml:6: luisteraar.oin moet een OIN van twintig cijfers zijn"),
                  HasSubstr("gateway.toml:7: luisteraar.poort moet een getal zonder aanhalingstekens zijn"),
                  HasSubstr("gateway.toml:8: 'x' kent [luisteraar] niet; wel: profiel, adres")));
  EXPECT_THAT(
      read(files + "[luisteraar]\npoort = 1\n").error(),
      ElementsAre(HasSubstr("gateway.toml:4: schrijf elke luisteraar als een tabel onder [[luisteraar]]")));
}

TEST_F(SettingsTest, WithoutAMailServerNothingElseOfMailIsNeeded) {
  EXPECT_TRUE(read(files)->mailServer.empty());
  EXPECT_TRUE(read(files + "[mail]\nversleuteling = \"geen\"\ngebruiker = \"x\"\n"));
}

TEST_F(SettingsTest, MailNeedsASenderAndTlsUnlessTheServerIsOnThisMachine) {
  const std::string mail = files + "[mail]\nafzender = \"isi@gemeente.example\"\nserver = ";
  EXPECT_TRUE(read(mail + "\"smtp.gemeente.example\"\n"));
  EXPECT_EQ(read(mail + "\"smtp.gemeente.example\"\n")->mailVersleuteling, "starttls");
  for (const char* lokaal : {"localhost", "127.0.0.1", "127.1.2.3", "::1"})
    EXPECT_TRUE(read(mail + "\"" + lokaal + "\"\nversleuteling = \"geen\"\n")) << lokaal;
  for (const char* elders : {"smtp.gemeente.example", "127.example", "10.0.0.1", "::2"}) {
    const auto wrong = read(mail + "\"" + elders + "\"\nversleuteling = \"geen\"\n");
    ASSERT_FALSE(wrong) << elders;
    EXPECT_THAT(wrong.error(), ElementsAre(HasSubstr("mail.versleuteling mag alleen geen zijn")));
  }
  EXPECT_THAT(read(files + "[mail]\nserver = \"localhost\"\n").error(),
              ElementsAre(HasSubstr("mail.afzender ontbreekt")));
}

TEST_F(SettingsTest, MailValuesThatCannotBeAreRefused) {
  for (const char* fout :
       {"server = \"smtp://x\"", "server = \"x y\"", "poort = 0", "poort = 65536", "versleuteling = \"tls\"",
        "ca = \"weg.pem\"", "afzender = \"geen adres\"", "afzender = \"A <a@b.nl>\"",
        "afzender = \"a@b.nl\\r\\nBcc: c@d.nl\"", "termijn = 0", "termijn = 601"})
    EXPECT_FALSE(read(files + "[mail]\n" + fout + "\n")) << fout;
}

TEST_F(SettingsTest, AMailUserHasAPasswordInAFile) {
  const std::string mail = files + "[mail]\nserver = \"localhost\"\nafzender = \"a@b.nl\"\n";
  EXPECT_THAT(read(mail + "gebruiker = \"x\"\n").error(), ElementsAre(HasSubstr("horen bij elkaar")));
  EXPECT_THAT(read(mail + "wachtwoordBestand = \"server.key\"\n").error(),
              ElementsAre(HasSubstr("horen bij elkaar")));
  EXPECT_THAT(read(mail + "gebruiker = \"x\"\nwachtwoordBestand = \"weg\"\n").error(),
              ElementsAre(HasSubstr("mail.wachtwoordBestand moet een bestand zijn dat bestaat")));
  EXPECT_TRUE(read(mail + "gebruiker = \"x\"\nwachtwoordBestand = \"server.key\"\n"));
}

}  // namespace
}  // namespace cvsgw::config
