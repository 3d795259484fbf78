package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The routes that the code has: those of every controller below a package, found by scanning and not by a list. */
public final class CodedRoutes {
    private CodedRoutes() {}

    /** Method and path of each, such as {@code GET /cases/{number}}; fails when the package has no controller. */
    public static Set<String> below(String packageName) {
        var scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isConcrete();
            }
        };
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        Set<String> routes = new TreeSet<>();
        for (var found : scan.findCandidateComponents(packageName)) {
            Class<?> controller = ClassUtils.resolveClassName(
                    String.valueOf(found.getBeanClassName()), CodedRoutes.class.getClassLoader());
            for (Method method : controller.getDeclaredMethods()) {
                addTo(routes, method);
            }
        }
        assertThat(routes).as("controllers below " + packageName).isNotEmpty();
        return routes;
    }

    private static void addTo(Set<String> routes, Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return;
        }
        for (String path : mapping.path()) {
            for (RequestMethod verb : mapping.method()) {
                routes.add(verb + " " + path);
            }
        }
    }
}
