/** KakaoWork: bots and incoming webhooks. */
@NullMarked
package io.klamm.notifier.channel.kakaowork;

import org.jspecify.annotations.NullMarked;
