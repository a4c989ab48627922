package dev.hotpix.doctor;

import dev.hotpix.publish.jmx.AgentMXBean;
import java.io.IOException;
import java.lang.management.RuntimeMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The agent of a JVM that runs. It is asked over JMX, by way of the JVM's own local management agent, which is started
 * there if it is not yet running, as jconsole does.
 */
final class RunningJvm {

    private static final String AGENT_BEAN = "dev.hotpix:type=Agent";
    private static final String RUNTIME_BEAN = "java.lang:type=Runtime";

    private final Report report;
    private final String jar;
    private final long pid;

    private RunningJvm(long pid, String jar) {
        this.report = new Report("process " + pid);
        this.pid = pid;
        this.jar = jar;
    }

    /**
     * Asks.
     *
     * @param jar the doctor's own, to be named in the cure
     */
    static Report examine(long pid, String jar) {
        return new RunningJvm(pid, jar).examine();
    }

    private Report examine() {
        if (ProcessFiles.of(pid).isNoJvm()) {
            // To attach is to send SIGQUIT, which would end it.
            unreachable("it is no JVM", "name the process id of a JVM, as jps or jcmd lists them");
            return report;
        }
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address()))) {
            ask(connector.getMBeanServerConnection());
        } catch (InvocationTargetException refused) {
            unreachable(refused.getCause().toString(), "run the doctor as the user of that process, in its container");
        } catch (IOException | JMException | ReflectiveOperationException | RuntimeException | LinkageError failed) {
            unreachable(failed.toString(), "see whether jconsole or jcmd can reach it");
        }
        return report;
    }

    private void unreachable(String detail, String cure) {
        report.add(Finding.failed("attach", "process " + pid + " could not be asked: " + detail, cure));
    }

    /** By reflection: jdk.attach is the system loader's, which the agent's loader does not see. */
    private String address() throws ReflectiveOperationException {
        Class<?> type = Class.forName("com.sun.tools.attach.VirtualMachine", true, ClassLoader.getSystemClassLoader());
        Object machine = type.getMethod("attach", String.class).invoke(null, Long.toString(pid));
        try {
            return (String) type.getMethod("startLocalManagementAgent").invoke(machine);
        } finally {
            type.getMethod("detach").invoke(machine);
        }
    }

    private void ask(MBeanServerConnection connection) throws IOException, JMException {
        RuntimeMXBean runtime =
                JMX.newMXBeanProxy(connection, new ObjectName(RUNTIME_BEAN), RuntimeMXBean.class);
        Map<String, String> properties = runtime.getSystemProperties();
        report.part(Report.JVM).putAll(JvmDescription.of(properties));
        report.part(Report.MACHINE).putAll(MachineDescription.of(properties));
        ObjectName name = new ObjectName(AGENT_BEAN);
        if (!connection.isRegistered(name)) {
            report.add(absent(runtime.getInputArguments(), properties));
            return;
        }
        AgentMXBean agent = JMX.newMXBeanProxy(connection, name, AgentMXBean.class);
        try {
            AgentChecks.add(report, agent);
            addCounts(agent);
        } catch (UndeclaredThrowableException otherVersion) {
            report.add(Finding.failed("agent", "its Hotpix " + agent.getVersion() + " is not the doctor's: "
                    + otherVersion.getCause(), "use the doctor of the jar that the JVM was started with"));
        }
        ProcessFiles process = ProcessFiles.of(pid);
        String decoder = StockDecoder.of(process);
        if (decoder != null) {
            report.add(Finding.note("stock-decoder", decoder));
        }
        report.add(TemporaryDirectory.check(Path.of(properties.getOrDefault("java.io.tmpdir", "/tmp")), process,
                report.part(Report.AGENT).get("codec.file")));
    }

    private Finding absent(List<String> arguments, Map<String, String> properties) {
        boolean named = arguments.stream().anyMatch(argument ->
                argument.startsWith("-javaagent:") && argument.contains("hotpix"));
        if (!named) {
            return Finding.off("agent", "process " + pid + " runs without Hotpix", "start it with -javaagent:" + jar);
        }
        if ("false".equals(properties.get("hotpix.enabled"))) {
            return Finding.off("agent", "switched off by hotpix.enabled");
        }
        return Finding.off("agent", "it is there and has not woken up: the application has not touched image code yet, "
                + "or it is switched off", "ask again when it has; hotpix.start=sync gets ready before main");
    }

    private void addCounts(AgentMXBean agent) {
        report.add(Finding.note("counts", agent.getRedirectedDecodes() + " decodes and " + agent.getRedirectedResizes()
                + " scalings redirected; left to the JVM's own code: " + agent.getFallbacks() + " "
                + agent.getResizeFallbacks()));
    }
}
