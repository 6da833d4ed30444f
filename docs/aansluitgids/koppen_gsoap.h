// Achteraan bij wat wsdl2h van de WSDL's maakt, voordat soapcpp2 het leest: de koppen met de applicatiesleutel en het
// kenmerk van het bericht. gSOAP heeft plugins voor heel WS-Security en WS-Addressing; meer dan dit is niet nodig.
//gsoap wsse schema namespace: http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd
//gsoap wsse schema elementForm: qualified
//gsoap wsse schema attributeForm: unqualified
//gsoap wsa schema namespace: http://www.w3.org/2005/08/addressing
//gsoap wsa schema elementForm: qualified
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
  char *wsa__Action;
  char *wsa__MessageID;
  char *wsa__RelatesTo;
};
