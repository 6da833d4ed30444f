import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.soap.SOAPElement;
import javax.xml.soap.SOAPEnvelope;
import javax.xml.soap.SOAPException;
import javax.xml.soap.SOAPHeader;
import javax.xml.ws.handler.MessageContext;
import javax.xml.ws.handler.soap.SOAPHandler;
import javax.xml.ws.handler.soap.SOAPMessageContext;

/** Puts the application key in every request: JAX-WS itself has no WS-Security. */
final class UsernameToken implements SOAPHandler<SOAPMessageContext> {
  private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";

  private final String sleutel;
  private final String wachtwoord;

  UsernameToken(String sleutel, String wachtwoord) {
    this.sleutel = sleutel;
    this.wachtwoord = wachtwoord;
  }

  @Override
  public boolean handleMessage(SOAPMessageContext context) {
    if (!(boolean) context.get(MessageContext.MESSAGE_OUTBOUND_PROPERTY)) {
      return true;
    }
    try {
      SOAPEnvelope envelope = context.getMessage().getSOAPPart().getEnvelope();
      SOAPHeader header = envelope.getHeader() == null ? envelope.addHeader() : envelope.getHeader();
      SOAPElement security = header.addChildElement("Security", "wsse", WSSE);
      SOAPElement token = security.addChildElement("UsernameToken", "wsse");
      token.addChildElement("Username", "wsse").addTextNode(sleutel);
      SOAPElement password = token.addChildElement("Password", "wsse").addTextNode(wachtwoord);
      password.setAttribute("Type", OASIS + "username-token-profile-1.0#PasswordText");
      return true;
    } catch (SOAPException error) {
      throw new IllegalStateException(error);
    }
  }

  @Override
  public boolean handleFault(SOAPMessageContext context) {
    return true;
  }

  @Override
  public void close(MessageContext context) {}

  @Override
  public Set<QName> getHeaders() {
    return Set.of();
  }
}
