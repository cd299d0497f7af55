// What an event costs whoever writes it in distribution 2.8, with endpoints that are down. Prints a
// name and a number in each line; times are in nanoseconds.
package main

import (
	"flag"
	"fmt"
	"io"
	"net/http/httptest"
	"runtime"
	"sort"
	"sync"
	"time"

	"github.com/docker/distribution"
	"github.com/docker/distribution/manifest/ocischema"
	"github.com/docker/distribution/notifications"
	"github.com/docker/distribution/reference"
	v2 "github.com/docker/distribution/registry/api/v2"
	"github.com/opencontainers/go-digest"
	v1 "github.com/opencontainers/image-spec/specs-go/v1"
	"github.com/sirupsen/logrus"
)

const repositories = 64

var (
	url       = flag.String("url", "", "where the endpoints are, and nobody listens")
	how       = flag.String("how", "bridge", "told to the bridge, or an event made before written (write)")
	endpoints = flag.Int("endpoints", 1, "how many")
	threads   = flag.Int("threads", 1, "how many goroutines write")
	events    = flag.Int("events", 100000, "how many are measured, altogether")
	warmUp    = flag.Int("warm-up", 10000, "how many come before")
)

func main() {
	flag.Parse()
	logrus.SetOutput(io.Discard)
	produce := producer(broadcaster())
	run(produce, make([]int64, *warmUp))

	var before, after runtime.MemStats
	times := make([]int64, *events)
	runtime.ReadMemStats(&before)
	wall := run(produce, times)
	runtime.ReadMemStats(&after)

	sort.Slice(times, func(i, j int) bool { return times[i] < times[j] })
	fmt.Println("p50", times[len(times)/2])
	fmt.Println("p99", times[len(times)*99/100])
	fmt.Println("wall", float64(wall.Nanoseconds())/float64(len(times)))
	fmt.Println("bytes", float64(after.TotalAlloc-before.TotalAlloc)/float64(len(times)))
}

// As the registry's configureEvents does it. After its first failure an endpoint backs off for good.
func broadcaster() notifications.Sink {
	var sinks []notifications.Sink
	for i := 0; i < *endpoints; i++ {
		config := notifications.EndpointConfig{Threshold: 1, Backoff: time.Hour}
		sinks = append(sinks, notifications.NewEndpoint(fmt.Sprintf("down-%d", i), *url, config))
	}
	return notifications.NewBroadcaster(sinks...)
}

// What a goroutine does for its i-th event.
func producer(sink notifications.Sink) func(i int) {
	if *how == "bridge" {
		push := pushes()
		return func(i int) { push(i%repositories, sink) }
	}
	var made kept
	push := pushes()
	for i := 0; i < repositories; i++ {
		push(i, &made)
	}
	return func(i int) { must(sink.Write(made.events[i%repositories])) }
}

// Keeps events, instead of passing them on.
type kept struct {
	events []notifications.Event
}

func (k *kept) Write(events ...notifications.Event) error {
	k.events = append(k.events, events...)
	return nil
}

func (k *kept) Close() error { return nil }

// Each push has a listener of its own, as each request has in the registry.
func pushes() func(repository int, sink notifications.Sink) {
	request := httptest.NewRequest("PUT", "/v2/", nil)
	request.Host = "reg.example.org"
	request.RemoteAddr = "10.1.2.3:34256"
	request.Header.Set("User-Agent", "docker/26.1")
	urls := v2.NewURLBuilderFromRequest(request, false)
	record := notifications.NewRequestRecord("0d4b1a2e-7a54-4d0c-9b59-6f0f8d3a5c11", request)
	source := notifications.SourceRecord{Addr: "reg-1:5000", InstanceID: "5c1f7c3e-52c8-4a0c-8a53-1f6a6f0f5a02"}

	var names [repositories]reference.Named
	var manifests [repositories]distribution.Manifest
	var tags [repositories]distribution.ManifestServiceOption
	for i := range names {
		name, err := reference.WithName(fmt.Sprintf("team-%02d/service", i))
		must(err)
		names[i], manifests[i] = name, manifest(i)
		tags[i] = distribution.WithTag(fmt.Sprintf("1.4.%d", i))
	}
	return func(i int, sink notifications.Sink) {
		bridge := notifications.NewBridge(urls, source, notifications.ActorRecord{}, record, sink, false)
		must(bridge.ManifestPushed(names[i], manifests[i], tags[i]))
	}
}

// A configuration and three layers.
func manifest(number int) distribution.Manifest {
	blob := func(mediaType, what string, size int64) distribution.Descriptor {
		return distribution.Descriptor{
			MediaType: mediaType,
			Size:      size,
			Digest:    digest.FromString(fmt.Sprint(what, number)),
		}
	}
	made, err := ocischema.FromStruct(ocischema.Manifest{
		Versioned: ocischema.SchemaVersion,
		Config:    blob(v1.MediaTypeImageConfig, "configuration", 1469),
		Layers: []distribution.Descriptor{
			blob(v1.MediaTypeImageLayerGzip, "base", 2818413),
			blob(v1.MediaTypeImageLayerGzip, "libraries", 812311),
			blob(v1.MediaTypeImageLayerGzip, "program", 40113),
		},
	})
	must(err)
	return made
}

// Takes as many events as there are times, and notes how long each took. Returns how long all took.
func run(produce func(i int), times []int64) time.Duration {
	var ready, done sync.WaitGroup
	start := make(chan struct{})
	for t := 0; t < *threads; t++ {
		mine := times[len(times)*t / *threads : len(times)*(t+1) / *threads]
		ready.Add(1)
		done.Add(1)
		go func() {
			defer done.Done()
			ready.Done()
			<-start
			for i := range mine {
				before := time.Now()
				produce(i)
				mine[i] = time.Since(before).Nanoseconds()
			}
		}()
	}
	ready.Wait()
	began := time.Now()
	close(start)
	done.Wait()
	return time.Since(began)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
