package dev.rung.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A picture with a badge baked in: a PNG with an {@code iTXt} chunk, an SVG with an {@code openbadges} element (Open Badges 2.0 baking, and
 * Open Badges 3.0, section 5.3). The badge's proof covers the badge, not the picture around it.
 */
final class BakedImage {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> KEYWORDS = Set.of("openbadgecredential", "openbadges");
    /** An element of one of these namespaces holds the badge, or has it as its attribute {@code verify}. */
    private static final Set<String> NAMESPACES =
            Set.of("https://purl.imsglobal.org/ob/v3p0", "http://openbadges.org", "https://openbadges.org");

    private BakedImage() {}

    static boolean isPng(byte[] bytes) {
        return bytes.length >= PNG.length && Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length);
    }

    /** The badge in a PNG: JSON or a token. */
    static String inPng(byte[] bytes, int maxBytes) throws Unreadable {
        Set<String> found = new HashSet<>();
        ByteBuffer in = ByteBuffer.wrap(bytes, PNG.length, bytes.length - PNG.length);
        while (in.remaining() >= 12) {
            int length = in.getInt();
            byte[] type = new byte[4];
            in.get(type);
            if (length < 0 || length > in.remaining() - 4)
                throw new Unreadable("image_malformed", "The PNG is cut off.");
            byte[] data = new byte[length];
            in.get(data);
            in.getInt(); // the checksum guards the picture against accidents; the badge has its own proof
            if (new String(type, StandardCharsets.US_ASCII).equals("iTXt")) text(data, maxBytes, found);
        }
        return single(found);
    }

    /** keyword, 0, is it packed, how, language, 0, translated keyword, 0, text (PNG, section 11.3.3.4). */
    private static void text(byte[] data, int maxBytes, Set<String> found) throws Unreadable {
        int keyword = end(data, 0);
        if (!KEYWORDS.contains(new String(data, 0, keyword, StandardCharsets.ISO_8859_1))) return;
        if (keyword + 3 > data.length) throw new Unreadable("image_malformed", "The badge in the PNG is cut off.");
        boolean packed = data[keyword + 1] != 0;
        int language = end(data, keyword + 3);
        int start = Math.min(data.length, end(data, Math.min(data.length, language + 1)) + 1);
        byte[] text = Arrays.copyOfRange(data, start, data.length);
        found.add(new String(packed ? unpacked(text, maxBytes) : text, StandardCharsets.UTF_8));
    }

    private static byte[] unpacked(byte[] packed, int maxBytes) throws Unreadable {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            out.writeBytes(in.readNBytes(maxBytes + 1));
        } catch (IOException e) {
            throw new Unreadable("image_malformed", "The badge in the PNG cannot be unpacked.");
        }
        if (out.size() > maxBytes)
            throw new Unreadable("too_large", "The badge in the PNG unpacks to more than " + maxBytes + " bytes.");
        return out.toByteArray();
    }

    private static int end(byte[] data, int from) {
        int i = from;
        while (i < data.length && data[i] != 0) i++;
        return i;
    }

    /** The badge in an SVG: JSON or a token. */
    static String inSvg(String svg) throws Unreadable {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory(); // the JDK's, whatever else is on the class path
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Set<String> found = new HashSet<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(svg));
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
                String namespace = xml.getNamespaceURI();
                if (namespace == null || !NAMESPACES.contains(namespace)) continue;
                String attribute = xml.getAttributeValue(null, "verify");
                String content = content(xml);
                found.add(attribute == null || attribute.isBlank() || !content.isBlank() ? content : attribute);
            }
        } catch (XMLStreamException e) {
            throw new Unreadable("image_malformed", "It is neither JSON nor an SVG image that can be read.");
        }
        return single(found);
    }

    private static String content(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {}
            }
        }
        return text.toString();
    }

    private static String single(Set<String> found) throws Unreadable {
        if (found.isEmpty()) throw new Unreadable("not_a_credential", "The image has no badge baked in.");
        if (found.size() > 1) throw new Unreadable("ambiguous", "The image has more than one badge baked in.");
        return found.iterator().next();
    }
}
