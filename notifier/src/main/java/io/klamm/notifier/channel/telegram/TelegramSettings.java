package io.klamm.notifier.channel.telegram;

import io.klamm.config.Range;
import io.klamm.config.Secret;
import io.klamm.config.Section;
import io.klamm.discovery.client.SecretSource;
import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.setup.Basics;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelContext;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.message.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code telegram_configs}.
 *
 * @param chat its number, negative for a group's
 * @param thread the number of a topic in it; 0 for none
 * @param text a template
 * @param parseMode {@code HTML}, {@code Markdown}, {@code MarkdownV2} or empty for plain text
 */
public record TelegramSettings(
        Basics basics,
        Address url,
        SecretSource token,
        long chat,
        long thread,
        String text,
        boolean quiet,
        String parseMode)
        implements ChannelSettings {

    private static final Range ANY = Range.of(Long.MIN_VALUE, Long.MAX_VALUE);

    /** Reads a section; problems are noted there. */
    public static TelegramSettings bind(Binding binding) {
        Section section = binding.section();
        Optional<SecretSource> token = SecretSource.bind(section, "bot_token", binding.directory())
                .or(() -> binding.globals().telegramToken());
        if (token.isEmpty()) {
            section.problem("bot_token", "missing (expected: bot_token or bot_token_file)");
        }
        return new TelegramSettings(
                binding.basics(true),
                Address.required(
                        section,
                        "api_url",
                        binding.directory(),
                        Optional.of(binding.globals().telegramUrl())),
                token.orElse(new SecretSource.Written(Secret.of(""))),
                chat(section, binding.directory()),
                section.longInteger("message_thread_id", 0, ANY),
                section.string("message", "{{ template \"telegram.default.message\" . }}"),
                section.bool("disable_notifications", false),
                section.has("parse_mode") && section.text("parse_mode", "").isEmpty()
                        ? ""
                        : section.oneOf("parse_mode", List.of("HTML", "Markdown", "MarkdownV2"), "HTML"));
    }

    private static long chat(Section section, Path directory) {
        Optional<String> file = section.optionalString("chat_id_file");
        long chat = file.isPresent()
                ? fromFile(section, directory.resolve(file.get()))
                : section.longInteger("chat_id", 0, ANY);
        if (chat == 0) {
            section.problem("chat_id", "missing (expected: the number of a chat)");
        }
        return chat;
    }

    private static long fromFile(Section section, Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            section.problem("chat_id_file", file + " (expected: a file with the number of a chat)");
            return 1;
        }
    }

    @Override
    public String kind() {
        return "telegram";
    }

    @Override
    public Channel open(ChannelContext context) {
        return basics.channel(kind(), new Telegram(this, context.wording(basics.language())), context);
    }
}
