#include "gateway/transport/session_table.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>

#include <string>

namespace cvsgw::transport {
namespace {

Source source(const std::string& text) {
  sockaddr_storage storage{};
  if (text.find(':') == std::string::npos) {
    auto& v4 = reinterpret_cast<sockaddr_in&>(storage);
    v4.sin_family = AF_INET;
    EXPECT_EQ(inet_pton(AF_INET, text.c_str(), &v4.sin_addr), 1);
  } else {
    auto& v6 = reinterpret_cast<sockaddr_in6&>(storage);
    v6.sin6_family = AF_INET6;
    EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr), 1);
  }
  return sourceOf(reinterpret_cast<const sockaddr&>(storage));
}

TEST(SourceOf, CountsWhatOneClientCommands) {
  EXPECT_EQ(source("10.0.0.1"), source("::ffff:10.0.0.1"));
  EXPECT_NE(source("10.0.0.1"), source("10.0.0.2"));
  EXPECT_EQ(source("2001:db8:1:2::1"), source("2001:db8:1:2:ffff::9"));
  EXPECT_NE(source("2001:db8:1:2::1"), source("2001:db8:1:3::1"));
}

TEST(SessionTable, KeepsBothCapsAndFreesPlaces) {
  SessionTable table(3, 2);
  const Source a = source("10.0.0.1"), b = source("10.0.0.2");
  EXPECT_TRUE(table.reserve(a));
  EXPECT_TRUE(table.reserve(a));
  EXPECT_FALSE(table.reserve(a)) << "per source";
  EXPECT_TRUE(table.reserve(b));
  EXPECT_FALSE(table.reserve(b)) << "in all";
  EXPECT_EQ(table.size(), 3u);
  table.giveUp(a);
  EXPECT_TRUE(table.reserve(b));
}

}  // namespace
}  // namespace cvsgw::transport
