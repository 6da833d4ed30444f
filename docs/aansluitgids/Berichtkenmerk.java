import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.xml.namespace.QName;
import javax.xml.soap.SOAPException;
import javax.xml.ws.BindingProvider;
import javax.xml.ws.WebServiceException;
import javax.xml.ws.handler.MessageContext;
import javax.xml.ws.handler.soap.SOAPHandler;
import javax.xml.ws.handler.soap.SOAPMessageContext;
import javax.xml.ws.soap.SOAPFaultException;

/** Een eigen wsa:MessageID voor JAX-WS; zet daarvoor ook {@code new AddressingFeature(true)} aan. */
public final class Berichtkenmerk implements SOAPHandler<SOAPMessageContext> {
  // [berichtkenmerk]
  private static final String WSA = "http://www.w3.org/2005/08/addressing";
  private static final String EIGENSCHAP = "cvs-isi.berichtkenmerk";

  public static String nieuw() {
    return "urn:uuid:" + UUID.randomUUID();
  }

  /** Een wijziging. Blijft het antwoord uit, dan gaat hetzelfde bericht met hetzelfde kenmerk nog eens. */
  public static <T> T wijzig(Object port, String kenmerk, Callable<T> aanroep) throws Exception {
    var context = ((BindingProvider) port).getRequestContext(); // een port is niet voor meer threads tegelijk
    context.put(EIGENSCHAP, kenmerk);
    try {
      for (int poging = 1;; ++poging) {
        try {
          return aanroep.call();
        } catch (SOAPFaultException fault) {
          throw fault;
        } catch (WebServiceException geenAntwoord) {
          if (poging == 5) {
            throw geenAntwoord;
          }
        }
        Thread.sleep(1000L << (poging - 1));
      }
    } finally {
      context.remove(EIGENSCHAP);
    }
  }

  @Override
  public boolean handleMessage(SOAPMessageContext context) {
    if ((boolean) context.get(MessageContext.MESSAGE_OUTBOUND_PROPERTY)
        && context.get(EIGENSCHAP) instanceof String kenmerk) {
      try {
        context.getMessage().getSOAPHeader().getElementsByTagNameNS(WSA, "MessageID").item(0).setTextContent(kenmerk);
      } catch (SOAPException fout) {
        throw new IllegalStateException(fout);
      }
    }
    return true;
  }
  // [/berichtkenmerk]

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
