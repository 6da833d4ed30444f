// A client of one service over what wsdl2h and soapcpp2 made of its WSDL.
#pragma once

#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "json.hpp"
#include "soapH.h"
#include "wijzigen_gsoap.hpp"

using json::Text;

struct Connection {
  std::string url;
  std::string ca;
  std::string key;
  std::string password;
  std::string gemeentecode;
};

/// A change that got a fault instead of an answer; its code is that of the declared detail.
struct Fault : std::runtime_error {
  explicit Fault(const SOAP_ENV__Fault* fault)
      : std::runtime_error(fault->faultstring ? fault->faultstring : "no answer") {
    if (fault->detail && fault->detail->g__technischeFout) code = fault->detail->g__technischeFout->code;
  }
  std::string code;
};

/// A client of one service. The key goes along with each call, because gSOAP drops the header after it.
template <class Proxy>
class Client {
 public:
  Client(const Connection& connection, const std::string& service)
      : proxy_(SOAP_C_UTFSTRING | SOAP_IO_KEEPALIVE | SOAP_XML_STRICT),
        connection_(connection),
        service_(service),
        endpoint_(connection.url + "/ws/" + service + "/v1") {
    soap* const context = proxy_.soap;
    context->connect_timeout = context->send_timeout = context->recv_timeout = 30;
    // Without the flag gSOAP's default also checks revocation and refuses a CA without a list.
    if (soap_ssl_client_context(context, SOAP_SSL_REQUIRE_SERVER_AUTHENTICATION, nullptr, nullptr,
                                connection.ca.c_str(), nullptr, nullptr)) {
      throw std::runtime_error("TLS context");
    }
    proxy_.soap_endpoint = endpoint_.c_str();
    token_.Username = connection_.key.data();
    word_.__item = connection_.password.data();
    word_.Type = const_cast<char*>(
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText");
    token_.Password = &word_;
    security_.UsernameToken = &token_;
  }

  /// Calls an operation; the answer belongs to the client's context. A fault is an exception.
  template <class Request, class Response>
  Response* call(int (Proxy::*operation)(Request*, Response&), Request& request) {
    auto* answer = attempt(operation, request);
    if (!answer) {
      soap_stream_fault(proxy_.soap, std::cerr);
      throw std::runtime_error("an answer was expected");
    }
    return answer;
  }

  /// The fault that an operation gives, read from its declared detail.
  template <class Request, class Response>
  Text fault(int (Proxy::*operation)(Request*, Response&), Request& request) {
    if (attempt(operation, request) || !proxy_.soap->fault || !proxy_.soap->fault->detail)
      throw std::runtime_error("a fault with detail was expected");
    const g__TechnischeFoutType* const detail = proxy_.soap->fault->detail->g__technischeFout;
    if (!detail) throw std::runtime_error("the detail is not a technischeFout");
    std::vector<Text> paths;
    if (detail->schendingen) {
      for (const auto* violation : detail->schendingen->schending) paths.push_back(json::of(violation->pad));
    }
    return json::Object()
        .with("code", detail->code)
        .with("kant", soap__g__TechnischeFoutType_kant2s(proxy_.soap, detail->kant))
        .with("tekst", detail->tekst)
        .with("referentie", detail->referentie)
        .with("schendingen", json::list(paths))
        .done();
  }

  /// Makes a change under a message id, as the guide does it; an answer that stays away is asked for again.
  template <class Request, class Response>
  Response* change(int (Proxy::*operation)(Request*, Response&), const std::string& name,
                   const std::string& id, Request& request) {
    auto* const answer = soap_new_of<Response>();
    const std::string action = "urn:inburgering:cvs-isi:" + service_ + ":v1/" + name;
    if (wijzig(proxy_, operation, security_, action, id, request, *answer) != SOAP_OK) {
      if (!proxy_.soap->fault) soap_set_fault(proxy_.soap);
      throw Fault(proxy_.soap->fault);
    }
    return answer;
  }

  soap* context() { return proxy_.soap; }

 private:
  template <class Request, class Response>
  Response* attempt(int (Proxy::*operation)(Request*, Response&), Request& request) {
    proxy_.soap->header = nullptr;  // what is left of an earlier call
    soap_header(proxy_.soap);
    proxy_.soap->header->wsse__Security = &security_;
    auto* const answer = soap_new_of<Response>();
    return (proxy_.*operation)(&request, *answer) == SOAP_OK ? answer : nullptr;
  }
  template <class Response>
  Response* soap_new_of() {
    auto* const answer = new Response();
    answers_.emplace_back(answer, [](void* pointer) { delete static_cast<Response*>(pointer); });
    return answer;
  }

  Proxy proxy_;
  Connection connection_;
  std::string service_;
  std::string endpoint_;
  wsse__Password word_{};
  wsse__UsernameToken token_{};
  wsse__Security security_{};
  std::vector<std::shared_ptr<void>> answers_;
};
