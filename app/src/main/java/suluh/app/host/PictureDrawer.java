package suluh.app.host;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.GlyphData;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import suluh.app.host.ReportFonts.Glyph;

/**
 * Draws the network's picture, and runs of letters that need shaping, into a PDF as lines, shapes and outlines of letters.
 *
 * <p>Knows only what {@link suluh.core.network.NetworkPicture} writes: {@code path} of M and L, {@code rect}, {@code circle}
 * and {@code text}, and {@code text} with a size of its own; anything else is left out. Opaque colours only, on white.
 */
final class PictureDrawer implements SVGDrawer {
    private static final Color INK = new Color(0x1a1a1a);
    private static final Color TIES = new Color(0xdddddd);
    private static final float LABEL_SIZE = 12;

    private final ReportFonts fonts;

    PictureDrawer(ReportFonts fonts) {
        this.fonts = fonts;
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // The picture has the fonts of the report.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // The picture has the fonts of the report.
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        return new Picture(svg, cssWidth, cssHeight, dotsPerPixel);
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private final class Picture implements SVGImage {
        private final Element svg;
        private final double width;
        private final double height;
        private final double dotsPerPixel;

        Picture(Element svg, double width, double height, double dotsPerPixel) {
            this.svg = svg;
            this.width = width;
            this.height = height;
            this.dotsPerPixel = dotsPerPixel;
        }

        @Override
        public int getIntrinsicWidth() {
            return (int) width;
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) height;
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            String[] box = svg.getAttribute("viewBox").split(" ");
            double shownWidth = width / dotsPerPixel;
            double shownHeight = height / dotsPerPixel;
            double scale = Math.min(shownWidth / Double.parseDouble(box[2]), shownHeight / Double.parseDouble(box[3]));
            device.drawWithGraphics((float) x, (float) y, (float) shownWidth, (float) shownHeight, graphics -> {
                graphics.scale(scale, scale);
                draw(svg, graphics);
            });
        }
    }

    private void draw(Element parent, Graphics2D graphics) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getTagName()) {
                    case "path" -> ties(element, graphics);
                    case "rect" -> shape(element, rectangle(element), graphics);
                    case "circle" -> shape(element, circle(element), graphics);
                    case "text" -> label(element, graphics);
                    default -> draw(element, graphics);
                }
            }
        }
    }

    private static void ties(Element path, Graphics2D graphics) {
        Path2D lines = new Path2D.Double();
        for (String part : path.getAttribute("d").split("(?=[ML])")) {
            if (part.isBlank()) {
                continue;
            }
            String[] at = part.substring(1).strip().split(" ");
            double x = Double.parseDouble(at[0]);
            double y = Double.parseDouble(at[1]);
            if (part.startsWith("M")) {
                lines.moveTo(x, y);
            } else {
                lines.lineTo(x, y);
            }
        }
        graphics.setColor(TIES);
        graphics.setStroke(new BasicStroke(0.8f));
        graphics.draw(lines);
    }

    private static void shape(Element element, java.awt.Shape shape, Graphics2D graphics) {
        graphics.setColor(Color.decode(element.getAttribute("fill")));
        graphics.fill(shape);
        boolean isMarked = element.getAttribute("stroke").equals("currentColor");
        graphics.setColor(isMarked ? INK : Color.WHITE);
        graphics.setStroke(new BasicStroke(isMarked ? 2 : 0.7f));
        graphics.draw(shape);
    }

    private static Rectangle2D rectangle(Element element) {
        return new Rectangle2D.Double(
                number(element, "x"), number(element, "y"), number(element, "width"), number(element, "height"));
    }

    private static Ellipse2D circle(Element element) {
        double radius = number(element, "r");
        return new Ellipse2D.Double(
                number(element, "cx") - radius, number(element, "cy") - radius, 2 * radius, 2 * radius);
    }

    private void label(Element element, Graphics2D graphics) {
        boolean isShaped = !element.getAttribute("font-size").isEmpty();
        double size = isShaped ? number(element, "font-size") : LABEL_SIZE;
        Path2D outline = outline(element.getTextContent(), size);
        boolean isCentred = element.getAttribute("text-anchor").equals("middle");
        double start = number(element, "x") - (isCentred ? outline.getBounds2D().getWidth() / 2 : 0);
        outline.transform(AffineTransform.getTranslateInstance(start, number(element, "y")));
        if (!isShaped) {
            graphics.setColor(Color.WHITE);
            graphics.setStroke(new BasicStroke(3));
            graphics.draw(outline);
        }
        graphics.setColor(INK);
        graphics.fill(outline);
    }

    /** The text's letters beside one another, from the origin to the right; a letter that no font has is a box. */
    private Path2D outline(String text, double size) {
        Path2D outline = new Path2D.Double();
        try {
            double at = 0;
            for (Glyph glyph : fonts.glyphs(text)) {
                double scale = size / glyph.font().getUnitsPerEm();
                GlyphData data = glyph.font().getGlyph().getGlyph(glyph.id());
                if (data != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(at, 0);
                    place.scale(scale, -scale);
                    outline.append(data.getPath().getPathIterator(place), false);
                }
                at += glyph.width() * size;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the font cannot be read", e);
        }
        return outline;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
