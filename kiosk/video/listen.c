#include "video/listen.h"

#define FRAMES_MAX 16384 /* samples that one frame may become */

bool listen_open(Listener *l, const Container *container, Error *error) {
    *l = (Listener){.codec = container_decoder(container->audio->codecpar, 1, error)};
    l->frame = l->codec ? libav.av_frame_alloc() : NULL;
    if (l->codec)
        l->codec->pkt_timebase = container->audio->time_base;
    return l->codec != NULL;
}

void listen_close(Listener *l) {
    if (!l->codec)
        return;
    libav.avcodec_free_context(&l->codec);
    libav.swr_free(&l->resampler);
    libav.av_frame_free(&l->frame);
}

void listen_turn(Listener *l) {
    if (!l->codec)
        return;
    libav.avcodec_flush_buffers(l->codec);
    libav.swr_free(&l->resampler);
    l->rate = 0;
}

static bool ready_resampler(Listener *l) {
    const AVFrame *f = l->frame;
    if (l->resampler && l->rate == f->sample_rate && l->format == f->format &&
        l->channels == (uint64_t)f->ch_layout.nb_channels)
        return true;
    libav.swr_free(&l->resampler);
    AVChannelLayout stereo = AV_CHANNEL_LAYOUT_STEREO, from = f->ch_layout;
    if (!libav.av_channel_layout_check(&from))
        libav.av_channel_layout_default(&from, from.nb_channels);
    if (f->sample_rate < 8000 || f->sample_rate > 192000 || from.nb_channels < 1 ||
        from.nb_channels > 8 ||
        libav.swr_alloc_set_opts2(&l->resampler, &stereo, AV_SAMPLE_FMT_FLT, SOUND_RATE, &from,
                                  f->format, f->sample_rate, 0, NULL) < 0 ||
        libav.swr_init(l->resampler) < 0) {
        libav.swr_free(&l->resampler);
        return false;
    }
    l->rate = f->sample_rate;
    l->format = f->format;
    l->channels = (uint64_t)f->ch_layout.nb_channels;
    return true;
}

static bool hand_on(Listener *l, const Container *container, ListenSink sink) {
    float stereo[FRAMES_MAX * 2];
    uint8_t *out = (uint8_t *)stereo;
    if (!ready_resampler(l))
        return false;
    int64_t delay_us = libav.swr_get_delay(l->resampler, 1000000);
    int64_t at = container_us(container, container->audio, l->frame->best_effort_timestamp);
    int count = libav.swr_convert(l->resampler, &out, FRAMES_MAX,
                                  (const uint8_t **)l->frame->extended_data, l->frame->nb_samples);
    if (count > 0)
        sink.samples(sink.self, at == INT64_MIN ? at : at - delay_us, stereo, count);
    return count >= 0;
}

bool listen_to(Listener *l, const Container *container, const AVPacket *packet, ListenSink sink) {
    if (!l->codec || libav.avcodec_send_packet(l->codec, packet) < 0)
        return false;
    bool good = true;
    int status;
    while ((status = libav.avcodec_receive_frame(l->codec, l->frame)) >= 0) {
        good &= hand_on(l, container, sink);
        libav.av_frame_unref(l->frame);
    }
    return good && (status == AVERROR(EAGAIN) || status == AVERROR_EOF);
}
