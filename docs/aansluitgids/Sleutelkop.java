import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.soap.SOAPElement;
import javax.xml.soap.SOAPEnvelope;
import javax.xml.soap.SOAPException;
import javax.xml.soap.SOAPHeader;
import javax.xml.ws.handler.MessageContext;
import javax.xml.ws.handler.soap.SOAPHandler;
import javax.xml.ws.handler.soap.SOAPMessageContext;

/** Zet de applicatiesleutel in elke vraag: JAX-WS zelf kent geen WS-Security. */
public final class Sleutelkop implements SOAPHandler<SOAPMessageContext> {
  private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";

  private final String sleutel;
  private final String wachtwoord;

  public Sleutelkop(String sleutel, String wachtwoord) {
    this.sleutel = sleutel;
    this.wachtwoord = wachtwoord;
  }

  @Override
  public boolean handleMessage(SOAPMessageContext context) {
    if (!(boolean) context.get(MessageContext.MESSAGE_OUTBOUND_PROPERTY)) {
      return true;
    }
    try {
      SOAPEnvelope envelop = context.getMessage().getSOAPPart().getEnvelope();
      SOAPHeader kop = envelop.getHeader() == null ? envelop.addHeader() : envelop.getHeader();
      SOAPElement beveiliging = kop.addChildElement("Security", "wsse", WSSE);
      SOAPElement token = beveiliging.addChildElement("UsernameToken", "wsse");
      token.addChildElement("Username", "wsse").addTextNode(sleutel);
      SOAPElement woord = token.addChildElement("Password", "wsse").addTextNode(wachtwoord);
      woord.setAttribute("Type", OASIS + "username-token-profile-1.0#PasswordText");
      return true;
    } catch (SOAPException fout) {
      throw new IllegalStateException(fout);
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
