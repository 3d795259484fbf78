package suluh.app.web;

import java.util.Set;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives templates {@link PageText} under the name {@code #show}; the template engine admits no beans in raw text. */
final class ShowDialect extends AbstractDialect implements IExpressionObjectDialect {
    private static final String NAME = "show";

    ShowDialect() {
        super("suluh");
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of(NAME);
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                return new PageText();
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
