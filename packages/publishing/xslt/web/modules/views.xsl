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
      <xsl:variable name="text-beside" select="$kind eq 'facsimile'"/>
      <aside class="tools" aria-label="{if ($text-beside) then 'Views and signs' else 'Views'}">
        <xsl:call-template name="views"/>
        <xsl:if test="$text-beside"><xsl:call-template name="signs-of-copy"/></xsl:if>
      </aside>
      <main>
        <xsl:if test="$text-beside">
          <section class="leaves" aria-label="Images of the copy"><xsl:call-template name="images"/></section>
        </xsl:if>
        <!-- Beside the images the text of the diplomatic view takes the place of this one afterwards (beside-images.ts). -->
        <article id="text" tabindex="-1" class="{$kind}-view">
          <header class="heading">
            <xsl:for-each select="($current/@number[. ne ''], $model/c:source/@number)"><p class="number"><xsl:value-of select="."/></p></xsl:for-each>
            <h1><xsl:value-of select="($current, $model/c:source)/@title"/></h1>
          </header>
          <xsl:if test="$kind eq 'source'">
            <p class="take-source"><a href="../{$model/c:source/@id}.xml" type="application/tei+xml" download="{$model/c:source/@id}.xml">Download the file</a></p>
            <!-- Filled in afterwards, in as many copies of this page as there are documents. -->
            <pre tabindex="0" aria-label="TEI-XML of the document"><code class="source-place"/></pre>
          </xsl:if>
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
    The images of the copy, as they are read from its facsimile and its page breaks (facsimile-model.ts). Those on the web and those in
    the publication are shown, and loaded when they come into sight; of others there is the name.
  -->
  <xsl:template name="images">
    <xsl:variable name="images" select="$model/c:facsimile/c:image"/>
    <xsl:if test="empty($images)"><p>The images of the copy are not there.</p></xsl:if>
    <ol role="list" class="images">
      <xsl:for-each select="$images">
        <xsl:variable name="address" select="(@file ! ($root || .), @src)[1]"/>
        <li id="copy-image-{position()}">
          <figure>
            <xsl:choose>
              <xsl:when test="$address">
                <xsl:variable name="alt" select="(@alt, @label || ' of the copy of ' || ($current/@number[. ne ''], $current/@title)[1])[1]"/>
                <a href="{$address}">
                  <xsl:choose>
                    <xsl:when test="c:lie">
                      <xsl:apply-templates select="c:lie">
                        <xsl:with-param name="alt" select="$alt"/>
                        <xsl:with-param name="address" select="$address"/>
                      </xsl:apply-templates>
                    </xsl:when>
                    <xsl:otherwise><img src="{$address}" alt="{$alt}"><xsl:copy-of select="@width, @height"/><xsl:attribute name="loading" select="'lazy'"/></img></xsl:otherwise>
                  </xsl:choose>
                </a>
              </xsl:when>
              <xsl:otherwise><span class="graphic">[<xsl:value-of select="(@alt[. ne ''], 'image')[1]"/>]</span></xsl:otherwise>
            </xsl:choose>
            <figcaption>
              <xsl:choose>
                <xsl:when test="@page"><a class="to-text" href="#{@page}"><xsl:value-of select="@label"/><span class="sr"> in the text</span></a></xsl:when>
                <xsl:otherwise><xsl:value-of select="@label"/></xsl:otherwise>
              </xsl:choose>
            </figcaption>
          </figure>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:template>

  <!-- A part of an image, upright: what of it the leaf is, turned as it is read. -->
  <xsl:template match="c:lie">
    <xsl:param name="alt"/>
    <xsl:param name="address"/>
    <xsl:variable name="whole" select="tokenize(@whole) ! xs:double(.)"/>
    <xsl:variable name="part" select="tokenize(@part) ! xs:double(.)"/>
    <xsl:variable name="turn" select="xs:double(@turn)"/>
    <xsl:variable name="across" select="($part[1] + $part[3]) div 2"/>
    <xsl:variable name="down" select="($part[2] + $part[4]) div 2"/>
    <xsl:variable name="size" select="($part[3] - $part[1], $part[4] - $part[2])"/>
    <xsl:variable name="upright" select="if (round($turn) mod 180 = 90) then reverse($size) else $size"/>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{$alt}" viewBox="{$across - $upright[1] div 2} {$down - $upright[2] div 2} {$upright}">
      <image href="{$address}" x="{$whole[1]}" y="{$whole[2]}" width="{$whole[3] - $whole[1]}" height="{$whole[4] - $whole[2]}" preserveAspectRatio="none" transform="rotate({$turn} {$across} {$down})"/>
    </svg>
  </xsl:template>
</xsl:stylesheet>
