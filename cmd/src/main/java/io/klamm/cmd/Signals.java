package io.klamm.cmd;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Unix signals.
 *
 * <p>The JDK's only door to SIGHUP is {@code sun.misc.Signal}, which javac warns of in a way that nothing can silence; as warnings fail our
 * build, this one class reaches it by name.
 */
final class Signals {

    private static final Logger log = LoggerFactory.getLogger(Signals.class);

    private Signals() {}

    /** Runs the action at each SIGHUP, on a thread of the JVM. Where there is no such signal (Windows), says so in the log and does nothing. */
    static void onHangUp(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object runner = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, args) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            Object hangUp = signal.getConstructor(String.class).newInstance("HUP");
            signal.getMethod("handle", signal, handler).invoke(null, hangUp, runner);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            log.info(
                    "no SIGHUP on this system; POST /-/reload does the same ({})",
                    e.getClass().getSimpleName());
        }
    }
}
