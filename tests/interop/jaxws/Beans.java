import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.ws.Holder;

/**
 * Reaches the classes that wsimport generates by their names, so that one scenario serves the three laws. The calls
 * themselves go through the generated port interfaces, holders and all, as a vendor's would.
 */
final class Beans {
  private Beans() {}

  /** Calls a port's method and gives what came back, in the order of the answer's elements. */
  static List<Object> call(Object port, String name, Object... request) throws Exception {
    Method method = method(port, name);
    Object[] arguments = Arrays.copyOf(request, method.getParameterCount());
    for (int i = request.length; i < arguments.length; ++i) {
      if (method.getParameterTypes()[i] == Holder.class) {
        arguments[i] = new Holder<>();
      }
    }
    try {
      method.invoke(port, arguments);
    } catch (InvocationTargetException wrapped) {
      throw wrapped.getCause() instanceof Exception cause ? cause : wrapped;
    }
    List<Object> answer = new ArrayList<>();
    for (int i = request.length; i < arguments.length; ++i) {
      if (arguments[i] instanceof Holder<?> holder) {
        answer.add(holder.value);
      }
    }
    return answer;
  }

  /** The object that a method wants at a place, filled with the given elements. */
  static Object make(Object port, String name, int place, Map<String, ?> elements) throws Exception {
    return fill(method(port, name).getParameterTypes()[place], elements);
  }

  /** A value as a method wants it at a place: an object from its elements, an enumeration from its text. */
  static Object as(Object port, String name, int place, Object value) throws Exception {
    Class<?> type = method(port, name).getParameterTypes()[place];
    if (value instanceof Map) {
      @SuppressWarnings("unchecked")
      Map<String, ?> inner = (Map<String, ?>) value;
      return fill(type, inner);
    }
    return type.isEnum() ? type.getMethod("fromValue", String.class).invoke(null, value) : value;
  }

  static Object fill(Class<?> type, Map<String, ?> elements) throws Exception {
    Object bean = type.getConstructor().newInstance();
    for (Map.Entry<String, ?> element : elements.entrySet()) {
      Object value = element.getValue();
      if (value instanceof List<?> rows) {  // JAXB gives a list no setter
        addAll(get(bean, element.getKey()), rows);
        continue;
      }
      String setter = "set" + capital(element.getKey());
      Method method = Arrays.stream(type.getMethods()).filter(m -> m.getName().equals(setter)).findFirst().orElseThrow();
      Class<?> wanted = method.getParameterTypes()[0];
      if (value instanceof Map) {
        @SuppressWarnings("unchecked")
        Map<String, ?> inner = (Map<String, ?>) value;
        value = fill(wanted, inner);
      } else if (wanted.isEnum()) {
        value = wanted.getMethod("fromValue", String.class).invoke(null, value);
      } else if (wanted == XMLGregorianCalendar.class) {
        value = DatatypeFactory.newInstance().newXMLGregorianCalendar(value.toString());
      }
      method.invoke(bean, value);
    }
    return bean;
  }

  @SuppressWarnings("unchecked")
  private static void addAll(Object list, List<?> rows) {
    ((List<Object>) list).addAll(rows);
  }

  /** The value at a path of element names; null where an element is absent. */
  static Object get(Object bean, String... path) throws Exception {
    for (String element : path) {
      if (bean == null) {
        return null;
      }
      Method getter = getter(bean, element).orElseThrow(() -> new NoSuchMethodException(element));
      bean = getter.invoke(bean);
    }
    // An XMLGregorianCalendar writes itself as the lexical date that came in, an enumeration as its value.
    if (bean instanceof XMLGregorianCalendar date) {
      return date.toXMLFormat();
    }
    return bean instanceof Enum<?> code ? code.getClass().getMethod("value").invoke(code) : bean;
  }

  static boolean has(Object bean, String element) {
    return getter(bean, element).isPresent();
  }

  private static Optional<Method> getter(Object bean, String element) {
    String name = capital(element);
    return Arrays.stream(bean.getClass().getMethods())
        .filter(m -> m.getParameterCount() == 0 && (m.getName().equals("get" + name) || m.getName().equals("is" + name)))
        .findFirst();
  }

  private static Method method(Object port, String name) {
    for (Class<?> type : port.getClass().getInterfaces()) {
      for (Method method : type.getMethods()) {
        if (method.getName().equals(name)) {
          return method;
        }
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
