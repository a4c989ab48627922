package dev.hotpix.publish.jmx;

import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.publish.Telemetry;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * One MBean per series, from the moment when the series is there. The thread whose operation made the series only
 * leaves word; registering, which takes the server's lock, is done by {@code worker}.
 */
public final class OperationBeans {

    private final Telemetry telemetry;
    private final MBeanServer server;
    private final Executor worker;
    private final Consumer<String> complaints;

    private OperationBeans(
            Telemetry telemetry, MBeanServer server, Executor worker, Consumer<String> complaints) {
        this.telemetry = telemetry;
        this.server = server;
        this.worker = worker;
        this.complaints = complaints;
    }

    /** Registers the series that there are, and from now on each that appears. */
    public static void register(
            Telemetry telemetry, MBeanServer server, Executor worker, Consumer<String> complaints) {
        OperationBeans beans = new OperationBeans(telemetry, server, worker, complaints);
        telemetry.whenSeriesAppears(beans::appeared);
        beans.registerMissing();
    }

    private void appeared(SeriesSnapshot series) {
        worker.execute(() -> {
            register(series);
            // One whose own word was lost, for want of stack perhaps.
            registerMissing();
        });
    }

    private void registerMissing() {
        telemetry.series().forEach(this::register);
    }

    private void register(SeriesSnapshot series) {
        try {
            ObjectName name = name(series);
            if (!server.isRegistered(name)) {
                server.registerMBean(new StandardMBean(new View(series), OperationMXBean.class, true), name);
            }
        } catch (InstanceAlreadyExistsException another) {
            // The same series, from another thread.
        } catch (JMException | RuntimeException refused) {
            complaints.accept("has no JMX view of an operation: " + refused);
        }
    }

    /** Labels of enumerations only: nothing in them needs quoting. */
    static ObjectName name(SeriesSnapshot series) throws JMException {
        return new ObjectName("dev.hotpix:type=Operation,operation=" + series.operation().label()
                + ",format=" + series.format().label() + ",api=" + series.api().label()
                + ",engine=" + series.engine().label() + ",outcome=" + series.outcome().label());
    }

    /** A series as it is when asked. */
    private static final class View implements OperationMXBean {
        private final SeriesSnapshot series;

        View(SeriesSnapshot series) {
            this.series = series;
        }

        @Override
        public long getCalls() {
            return series.latest().calls();
        }

        @Override
        public long getTotalNanos() {
            return series.latest().totalNanos();
        }

        @Override
        public long getSelfNanos() {
            return series.latest().selfNanos();
        }

        @Override
        public long getP50Nanos() {
            return series.latest().p50Nanos();
        }

        @Override
        public long getP90Nanos() {
            return series.latest().p90Nanos();
        }

        @Override
        public long getP99Nanos() {
            return series.latest().p99Nanos();
        }

        @Override
        public long getP999Nanos() {
            return series.latest().p999Nanos();
        }

        @Override
        public long getMaxNanos() {
            return series.latest().maxNanos();
        }

        @Override
        public long getPixels() {
            return series.latest().pixels();
        }

        @Override
        public long getBytes() {
            return series.latest().bytes();
        }
    }
}
