// Appended to what wsdl2h makes of the served WSDLs: the header that carries an application key. gSOAP has a plugin for
// all of WS-Security; a UsernameToken needs no more than these types.
//gsoap wsse schema namespace: http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd
//gsoap wsse schema elementForm: qualified
//gsoap wsse schema attributeForm: unqualified
struct wsse__Password {
  char *__item;
  @char *Type;
};
struct wsse__UsernameToken {
  char *Username;
  struct wsse__Password *Password;
};
struct wsse__Security {
  struct wsse__UsernameToken *UsernameToken;
};
struct SOAP_ENV__Header {
  mustUnderstand struct wsse__Security *wsse__Security;
};
