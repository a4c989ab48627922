import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Loads a class of a library, which wakes the agent, and goes on when that is ready. */
public final class WakeUse implements Use {

    @Override
    public void run(Ledger ledger) throws Exception {
        Class.forName("org.bytedeco.opencv.global.opencv_imgcodecs", false, WakeUse.class.getClassLoader());
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName agent = new ObjectName("dev.hotpix:type=Agent");
        for (int i = 0; i < 6_000 && !server.isRegistered(agent); i++) {
            Thread.sleep(10);
        }
        Ledger.check(server.isRegistered(agent));
    }
}
