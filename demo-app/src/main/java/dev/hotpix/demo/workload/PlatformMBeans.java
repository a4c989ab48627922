package dev.hotpix.demo.workload;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Reads any attribute of any MBean of this JVM. */
final class PlatformMBeans {

    private static final String NOTHING = "-";

    private PlatformMBeans() {}

    static String read(String name, String attribute) {
        try {
            Object value =
                    ManagementFactory.getPlatformMBeanServer()
                            .getAttribute(new ObjectName(name), attribute);
            return value == null ? NOTHING : value.toString();
        } catch (JMException | RuntimeException e) {
            return NOTHING;
        }
    }
}
