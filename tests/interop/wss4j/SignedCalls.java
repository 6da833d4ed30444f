import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.callback.Callback;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.ws.security.WSConstants;
import org.apache.ws.security.WSDataRef;
import org.apache.ws.security.WSEncryptionPart;
import org.apache.ws.security.WSPasswordCallback;
import org.apache.ws.security.WSSecurityEngine;
import org.apache.ws.security.WSSecurityEngineResult;
import org.apache.ws.security.components.crypto.Crypto;
import org.apache.ws.security.components.crypto.CryptoFactory;
import org.apache.ws.security.components.crypto.Merlin;
import org.apache.ws.security.message.WSSecEncrypt;
import org.apache.ws.security.message.WSSecHeader;
import org.apache.ws.security.message.WSSecSignature;
import org.apache.ws.security.message.WSSecTimestamp;
import org.apache.ws.security.message.token.SignatureConfirmation;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Signed calls by WSS4J, and what WSS4J says of the signed answers. Arguments: URL, a folder with signer.p12, tls.p12 (password
 * "proefproef") and trust.pem, and then for each call: a service, an operation and the operation's content (a file). With gateway.pem, which
 * holds the gateway's certificate, calls are encrypted to it as well. Writes a line for each call: whether the answer came sealed or open,
 * the HTTP status, the faultcode or "-", the local names of what is signed, and whether the signature of this call was confirmed.
 */
final class SignedCalls {
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String WSA = "http://www.w3.org/2005/08/addressing";
  private static final char[] PASSWORD = "proefproef".toCharArray();

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    HttpClient client = HttpClient.newBuilder().sslContext(tls(folder)).version(HttpClient.Version.HTTP_1_1).build();
    Crypto crypto = crypto(folder, certificates(folder.resolve("trust.pem"), "ca"));
    Path gateway = folder.resolve("gateway.pem");
    Crypto receivers = Files.exists(gateway) ? crypto(folder, certificates(gateway, "gateway")) : null;
    for (int i = 2; i + 2 < arguments.length; i += 3) {
      String content = Files.readString(Path.of(arguments[i + 2]));
      System.out.println(call(client, crypto, receivers, arguments[0], arguments[i], arguments[i + 1], content));
    }
  }

  private static KeyStore store(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(file.toFile())) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  /** Those of a PEM file, as NAME0, NAME1 and so on. */
  private static KeyStore certificates(Path file, String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = new FileInputStream(file.toFile())) {
      for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry(name + store.size(), certificate);
      }
    }
    return store;
  }

  private static SSLContext tls(Path folder) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(folder.resolve("tls.p12")), PASSWORD);
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates(folder.resolve("trust.pem"), "ca"));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static Crypto crypto(Path folder, KeyStore trusted) throws Exception {
    String prefix = "org.apache.ws.security.crypto.";
    Properties settings = new Properties();
    settings.put(prefix + "provider", "org.apache.ws.security.components.crypto.Merlin");
    settings.put(prefix + "merlin.keystore.type", "PKCS12");
    settings.put(prefix + "merlin.keystore.file", folder.resolve("signer.p12").toString());
    settings.put(prefix + "merlin.keystore.password", new String(PASSWORD));
    Merlin crypto = (Merlin) CryptoFactory.getInstance(settings);
    crypto.setTrustStore(trusted);
    return crypto;
  }

  private static String call(HttpClient client, Crypto crypto, Crypto receivers, String url, String service, String operation, String content)
      throws Exception {
    String namespace = "urn:inburgering:cvs-isi:" + service + ":v1";
    Document request = parse(envelope(url + "/ws/" + service + "/v1", namespace, operation, content).getBytes(StandardCharsets.UTF_8));
    WSSecHeader header = new WSSecHeader();
    byte[] signature = sign(request, header, crypto);
    if (receivers != null) {
      encrypt(request, header, receivers);
    }
    HttpRequest http = HttpRequest.newBuilder(URI.create(url + "/ws/" + service + "/v1"))
        .header("Content-Type", "text/xml; charset=utf-8").header("SOAPAction", "\"" + namespace + "/" + operation + "\"")
        .POST(HttpRequest.BodyPublishers.ofString(text(request))).build();
    HttpResponse<byte[]> answer = client.send(http, HttpResponse.BodyHandlers.ofByteArray());
    Document read = parse(answer.body());
    boolean sealed = read.getElementsByTagNameNS("http://www.w3.org/2001/04/xmlenc#", "EncryptedData").getLength() == 1;
    String proof = verify(read, crypto, signature);
    NodeList code = read.getElementsByTagName("faultcode");
    return (sealed ? "sealed " : "open ") + answer.statusCode() + " " + (code.getLength() == 0 ? "-" : code.item(0).getTextContent()) + " " + proof;
  }

  private static String envelope(String to, String namespace, String operation, String content) {
    return "<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Header xmlns:a=\"" + WSA + "\"><a:To>" + to + "</a:To><a:Action>" + namespace + "/"
        + operation + "</a:Action><a:MessageID>urn:uuid:" + UUID.randomUUID() + "</a:MessageID><a:From><a:Address>https://cvs.example/"
        + "</a:Address></a:From></s:Header><s:Body><o:" + operation + " xmlns:o=\"" + namespace + "\">" + content + "</o:" + operation
        + "></s:Body></s:Envelope>";
  }

  private static byte[] sign(Document request, WSSecHeader header, Crypto crypto) throws Exception {
    header.insertSecurityHeader(request);
    WSSecTimestamp timestamp = new WSSecTimestamp();
    timestamp.setTimeToLive(300);
    timestamp.build(request, header);
    WSSecSignature signature = new WSSecSignature();
    signature.setUserInfo("signer", new String(PASSWORD));
    signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
    signature.setSignatureAlgorithm("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    signature.setDigestAlgo("http://www.w3.org/2001/04/xmlenc#sha256");
    List<WSEncryptionPart> parts = new ArrayList<>();
    parts.add(new WSEncryptionPart("Body", SOAP, ""));
    parts.add(new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, ""));
    for (String name : new String[] {"To", "Action", "MessageID", "From"}) {
      parts.add(new WSEncryptionPart(name, WSA, ""));
    }
    signature.setParts(parts);
    signature.build(request, crypto, header);
    return signature.getSignatureValue();
  }

  /** Sign first, encrypt then (WB006), the content of the Body only (WB005). */
  private static void encrypt(Document request, WSSecHeader header, Crypto receivers) throws Exception {
    WSSecEncrypt encrypt = new WSSecEncrypt();
    encrypt.setUserInfo("gateway0");
    encrypt.setKeyIdentifierType(WSConstants.ISSUER_SERIAL);
    encrypt.setSymmetricEncAlgorithm(WSConstants.AES_256_GCM);
    encrypt.setKeyEnc(WSConstants.KEYTRANSPORT_RSAOEP);
    encrypt.setParts(List.of(new WSEncryptionPart("Body", SOAP, "Content")));
    encrypt.build(request, receivers, header);
  }

  /** Chain, digests, signature and timestamp by WSS4J; then what it says that they cover. */
  private static String verify(Document answer, Crypto crypto, byte[] sent) throws Exception {
    List<WSSecurityEngineResult> results = new WSSecurityEngine().processSecurityHeader(answer, null, SignedCalls::giveKey, crypto);
    TreeSet<String> covered = new TreeSet<>();
    boolean confirmed = false;
    for (WSSecurityEngineResult result : results) {
      int action = (Integer) result.get(WSSecurityEngineResult.TAG_ACTION);
      if (action == WSConstants.SIGN) {
        for (Object reference : (List<?>) result.get(WSSecurityEngineResult.TAG_DATA_REF_URIS)) {
          covered.add(((WSDataRef) reference).getName().getLocalPart());
        }
      } else if (action == WSConstants.SC) {
        SignatureConfirmation confirmation = (SignatureConfirmation) result.get(WSSecurityEngineResult.TAG_SIGNATURE_CONFIRMATION);
        confirmed = Base64.getEncoder().encodeToString(confirmation.getSignatureValue()).equals(Base64.getEncoder().encodeToString(sent));
      }
    }
    return String.join(",", covered) + " " + confirmed;
  }

  private static void giveKey(Callback[] asked) {
    for (Callback callback : asked) {
      ((WSPasswordCallback) callback).setPassword(new String(PASSWORD));
    }
  }

  private static Document parse(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static String text(Document document) throws Exception {
    Transformer transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter out = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(out));
    return out.toString();
  }
}
