<?xml version="1.0" encoding="UTF-8"?>
<!-- The views of a document, each at an address of its own: reading text, diplomatic text, facsimile, TEI source. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    The way from one view to another; on pages that are no document's there is none. What stands before a page's heading
    has a name and no heading of its own.
  -->
  <xsl:template name="views">
    <!-- Which of them this is. -->
    <xsl:param name="view" as="xs:string" select="$kind"/>
    <xsl:if test="$current/self::c:entry or $kind eq 'source'">
      <xsl:variable name="up" select="if ($both) then '' else '../'"/>
      <nav class="views" aria-labelledby="views-heading">
        <p class="tool" id="views-heading">View</p>
        <ul role="list">
          <xsl:for-each select="'document', 'diplomatic', 'facsimile'[($current, $model/c:source)/@facsimile = 'true'], 'source'">
            <li>
              <a href="{$up}{if (. eq 'document') then '' else . || '/'}index.html">
                <xsl:if test=". eq $view"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                <xsl:value-of select="map{'document': 'Reading text', 'diplomatic': 'Diplomatic', 'facsimile': 'Facsimile', 'source': 'TEI source'}?(.)"/>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- The views that are none of its text. What is said of the document stands with the reading text. -->
  <xsl:template name="view">
    <div class="page">
      <aside class="tools" aria-label="Views">
        <xsl:call-template name="views"/>
      </aside>
      <main>
        <article id="text" tabindex="-1" class="{$kind}-view">
          <header class="heading">
            <xsl:for-each select="($current/@number[. ne ''], $model/c:source/@number)"><p class="number"><xsl:value-of select="."/></p></xsl:for-each>
            <h1><xsl:value-of select="($current, $model/c:source)/@title"/></h1>
          </header>
          <xsl:choose>
            <xsl:when test="$kind eq 'source'">
              <p class="take-source"><a href="../{$model/c:source/@id}.xml" type="application/tei+xml" download="{$model/c:source/@id}.xml">Download the file</a></p>
              <!-- Filled in afterwards, in as many copies of this page as there are documents. -->
              <pre tabindex="0" aria-label="TEI-XML of the document"><code class="source-place"/></pre>
            </xsl:when>
            <xsl:otherwise><xsl:call-template name="images"/></xsl:otherwise>
          </xsl:choose>
        </article>
        <xsl:call-template name="neighbours"/>
      </main>
    </div>
  </xsl:template>

  <xsl:template name="signs-of-copy">
    <section aria-labelledby="signs-heading">
      <p class="tool" id="signs-heading">Signs</p>
      <dl class="signs">
        <div><dt><del>ab</del></dt><dd>struck out by the writer</dd></div>
        <div><dt><ins>ab</ins></dt><dd>put in by the writer</dd></div>
        <div><dt>[ ]</dt><dd>supplied by the editors</dd></div>
        <div><dt>{ }</dt><dd>superfluous in the copy</dd></div>
        <div><dt>⟨ ⟩</dt><dd>a gap, with its reason</dd></div>
        <xsl:if test="$text/descendant::app or $text/descendant::choice[*[3] or ancestor::choice]">
          <div><dt>[var.]</dt><dd>another reading</dd></div>
          <div><dt>[i.e.]</dt><dd>how the editors read it</dd></div>
        </xsl:if>
      </dl>
      <p>Readings that the edition emends stand here as the copy has them.</p>
    </section>
  </xsl:template>

  <!--
    The images of the copy, in the order of its pages: those that page breaks point to, else all of the facsimile. Only
    addresses on the web are images here, and are loaded when they come into sight. Where the image fills a zone, it is shown as the leaf lies on it:
    as far as the surface reaches, and turned against the zone’s rotate (TEI Guidelines, 12.1).
  -->
  <xsl:template name="images">
    <xsl:variable name="tei" select="*"/>
    <xsl:variable name="breaks" select="$tei/text/descendant::pb[@facs]"/>
    <xsl:variable name="images" as="element(c:image)*">
      <xsl:for-each select="if ($breaks) then $breaks else $tei/facsimile/descendant::graphic[@url]">
        <xsl:variable name="id" select="substring-after(@facs, '#')"/>
        <xsl:variable name="graphic" select="if (starts-with(@facs, '#')) then $tei/facsimile/descendant::*[@xml:id = $id]/descendant-or-self::graphic[1] else ()"/>
        <c:image url="{($graphic/@url, @facs[not(starts-with(., '#'))], @url, '')[1]}"
          label="{if (self::pb and @n) then 'Page ' || @n else 'Image ' || position()}">
          <xsl:call-template name="lie"><xsl:with-param name="zone" select="($graphic, self::graphic)[1]/parent::zone"/></xsl:call-template>
        </c:image>
      </xsl:for-each>
    </xsl:variable>
    <ol role="list" class="images">
      <xsl:for-each select="$images">
        <li>
          <figure>
            <xsl:choose>
              <xsl:when test="matches(@url, '^https?://[^\s&quot;&lt;>]+$')">
                <xsl:variable name="alt" select="@label || ' of the copy of ' || ($current/@number[. ne ''], $current/@title)[1]"/>
                <a href="{@url}">
                  <xsl:choose>
                    <xsl:when test="c:lie">
                      <xsl:apply-templates select="c:lie"><xsl:with-param name="alt" select="$alt"/></xsl:apply-templates>
                    </xsl:when>
                    <xsl:otherwise><img src="{@url}" alt="{$alt}" loading="lazy"/></xsl:otherwise>
                  </xsl:choose>
                </a>
              </xsl:when>
              <xsl:otherwise><span class="graphic">[image: <xsl:value-of select="@url"/>]</span></xsl:otherwise>
            </xsl:choose>
            <figcaption><xsl:value-of select="@label"/></figcaption>
          </figure>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:template>

  <!-- How a leaf lies on the image that fills a zone of its surface; nothing where that is not told in numbers. -->
  <xsl:template name="lie">
    <xsl:param name="zone" as="element(zone)?"/>
    <xsl:variable name="whole" select="f:edges($zone)"/>
    <xsl:variable name="part" select="(f:edges($zone/parent::surface), $whole) => subsequence(1, 4)"/>
    <xsl:if test="exists($whole) and exists($part)">
      <xsl:variable name="rotate" select="if ($zone/@rotate castable as xs:double) then xs:double($zone/@rotate) else 0"/>
      <c:lie whole="{$whole}" part="{$part}" turn="{(360 - $rotate) mod 360}"/>
    </xsl:if>
  </xsl:template>

  <!-- The edges of a surface or zone, left, top, right and bottom; nothing where they are not all there, or there is nothing between them. -->
  <xsl:function name="f:edges" as="xs:double*">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="edges" select="for $name in ('ulx', 'uly', 'lrx', 'lry') return $element/@*[name() = $name][. castable as xs:double]/xs:double(.)"/>
    <xsl:sequence select="$edges[count($edges) = 4][$edges[3] gt $edges[1] and $edges[4] gt $edges[2]]"/>
  </xsl:function>

  <xsl:template match="c:lie">
    <xsl:param name="alt"/>
    <xsl:variable name="whole" select="tokenize(@whole) ! xs:double(.)"/>
    <xsl:variable name="part" select="tokenize(@part) ! xs:double(.)"/>
    <xsl:variable name="turn" select="xs:double(@turn)"/>
    <xsl:variable name="across" select="($part[1] + $part[3]) div 2"/>
    <xsl:variable name="down" select="($part[2] + $part[4]) div 2"/>
    <xsl:variable name="size" select="($part[3] - $part[1], $part[4] - $part[2])"/>
    <xsl:variable name="upright" select="if (round($turn) mod 180 = 90) then reverse($size) else $size"/>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{$alt}" viewBox="{$across - $upright[1] div 2} {$down - $upright[2] div 2} {$upright}">
      <image href="{../@url}" x="{$whole[1]}" y="{$whole[2]}" width="{$whole[3] - $whole[1]}" height="{$whole[4] - $whole[2]}" preserveAspectRatio="none" transform="rotate({$turn} {$across} {$down})"/>
    </svg>
  </xsl:template>
</xsl:stylesheet>
