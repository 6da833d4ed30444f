// Names of XML Encryption, as far as profile 2W-be-SE uses them.
#pragma once

#include <string>
#include <string_view>

namespace cvsgw::security::encryption {

inline constexpr std::string_view kXenc = "http://www.w3.org/2001/04/xmlenc#";
inline constexpr std::string_view kXenc11 = "http://www.w3.org/2009/xmlenc11#";
inline constexpr std::string_view kContent = "http://www.w3.org/2001/04/xmlenc#Content";
inline constexpr std::string_view kOaepMgf1p = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
inline constexpr std::string_view kOaep = "http://www.w3.org/2009/xmlenc11#rsa-oaep";

/// What a message was encrypted with, by URI; an answer is encrypted with the same, which its reader knows.
struct Algorithms {
  std::string data;    ///< AES-128 or AES-256 in GCM
  std::string key;     ///< kOaepMgf1p or kOaep
  std::string digest;  ///< of OAEP
  std::string mask;    ///< the mask function of kOaep; empty with kOaepMgf1p, which knows one only
};

}  // namespace cvsgw::security::encryption
