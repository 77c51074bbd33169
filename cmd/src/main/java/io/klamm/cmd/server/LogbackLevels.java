package io.klamm.cmd.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.klamm.web.burrow.LogLevel;
import io.klamm.web.burrow.LogLevels;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** How much Klamm's own rooms log, by Logback. */
final class LogbackLevels implements LogLevels {

    private static final String OURS = "io.klamm";

    @Override
    public LogLevel level(Optional<LogLevel> change) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return LogLevel.INFO;
        }
        ch.qos.logback.classic.Logger logger = context.getLogger(OURS);
        change.ifPresent(wanted -> logger.setLevel(logback(wanted)));
        return ours(logger.getEffectiveLevel());
    }

    /** Logback knows nothing above ERROR but silence. */
    private static Level logback(LogLevel level) {
        return switch (level) {
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARN -> Level.WARN;
            case ERROR -> Level.ERROR;
            case FATAL -> Level.OFF;
        };
    }

    private static LogLevel ours(Level level) {
        if (level.isGreaterOrEqual(Level.OFF)) {
            return LogLevel.FATAL;
        }
        if (level.isGreaterOrEqual(Level.ERROR)) {
            return LogLevel.ERROR;
        }
        if (level.isGreaterOrEqual(Level.WARN)) {
            return LogLevel.WARN;
        }
        return level.isGreaterOrEqual(Level.INFO) ? LogLevel.INFO : LogLevel.DEBUG;
    }
}
